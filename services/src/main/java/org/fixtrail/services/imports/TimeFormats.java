package org.fixtrail.services.imports;

import java.time.chrono.IsoChronology;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The formats of times that a mapping may name. All are strict: 30 February is refused and not moved. */
final class TimeFormats {
    private static final DateTimeFormatter ISO = strict(new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]"));

    private TimeFormats() {}

    /**
     * {@code iso} for ISO 8601 (a blank may stand for the T; offset and time may be missing), or a pattern of {@link
     * DateTimeFormatter} with English names.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static DateTimeFormatter named(String format) {
        if (format.equals("iso")) {
            return ISO;
        }
        return strict(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(format));
    }

    /** The era makes {@code yyyy} a year, which strict resolving otherwise takes only from {@code uuuu}. */
    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
        return builder.parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue())
                .toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
