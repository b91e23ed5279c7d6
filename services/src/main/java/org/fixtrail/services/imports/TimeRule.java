package org.fixtrail.services.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;
import org.fixtrail.services.imports.TimeRule.Answer.At;
import org.fixtrail.services.imports.TimeRule.Answer.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * How times are written in the file. A local time that the zone's clocks skipped is refused; one that they showed twice is
 * refused unless the mapping chooses. A wrong guess would be an hour in a figure that nobody can see.
 *
 * @param formats tried in order; the first that fits counts
 * @param zone of times that name neither zone nor offset; null: such times are refused
 * @param timeOfDay stands in where only a day is given; null: such values are refused
 */
record TimeRule(
        List<DateTimeFormatter> formats,
        @Nullable ZoneId zone,
        @Nullable LocalTime timeOfDay,
        Ambiguous ambiguous) {
    private static final int LONGEST = 100;
    private static final Instant EARLIEST = Instant.parse("1950-01-01T00:00:00Z");

    /** Which instant a local time means that clocks showed twice. */
    enum Ambiguous {
        REFUSE,
        EARLIER,
        LATER
    }

    /** What a text says. */
    sealed interface Answer {
        /**
         * A moment.
         *
         * @param dateOnly the text gave the day alone
         */
        record At(Instant instant, boolean dateOnly) implements Answer {}

        record Unreadable(String reason) implements Answer {}
    }

    TimeRule {
        formats = List.copyOf(formats);
    }

    /** Reads a time to the microsecond, which is what the database keeps. */
    Answer read(String text, Instant now) {
        if (text.length() > LONGEST) {
            return new Unreadable("is too long for a time");
        }
        for (DateTimeFormatter format : formats) {
            Optional<TemporalAccessor> parsed = parse(format, text);
            if (parsed.isPresent()) {
                return checked(instant(parsed.get()), now);
            }
        }
        return new Unreadable("is not in a time format of the mapping");
    }

    private static Optional<TemporalAccessor> parse(DateTimeFormatter format, String text) {
        try {
            TemporalAccessor parsed = format.parse(text);
            return parsed.query(TemporalQueries.localDate()) == null ? Optional.empty() : Optional.of(parsed);
        } catch (DateTimeParseException doesNotFit) {
            return Optional.empty();
        }
    }

    private static Answer checked(Answer answer, Instant now) {
        if (!(answer instanceof At at)) {
            return answer;
        }
        if (at.instant().isAfter(now)) {
            return new Unreadable("lies in the future (it is now " + now.truncatedTo(ChronoUnit.SECONDS) + ")");
        }
        if (at.instant().isBefore(EARLIEST)) {
            return new Unreadable("lies before 1950, which looks like a placeholder");
        }
        return new At(at.instant().truncatedTo(ChronoUnit.MICROS), at.dateOnly());
    }

    private Answer instant(TemporalAccessor parsed) {
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        ZoneId written = parsed.query(TemporalQueries.zoneId());
        ZoneId where = written == null ? zone : written;
        if (time != null && offset != null) {
            return new At(date.atTime(time).toInstant(offset), false);
        }
        if (where == null) {
            return new Unreadable("names no zone, and the mapping has none either (times.zone)");
        }
        return time == null ? ofDay(date, where) : local(date.atTime(time), where);
    }

    /** The time of day is made up anyway, so a skipped one moves to the next moment that exists. */
    private Answer ofDay(LocalDate date, ZoneId where) {
        return timeOfDay == null
                ? new Unreadable("is a day without a time, and the mapping has no times.timeOfDay")
                : new At(date.atTime(timeOfDay).atZone(where).toInstant(), true);
    }

    private Answer local(LocalDateTime time, ZoneId where) {
        List<ZoneOffset> offsets = where.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            return new Unreadable("does not exist in " + where + ": clocks were put forward over it");
        }
        if (offsets.size() > 1 && ambiguous == Ambiguous.REFUSE) {
            return new Unreadable("happened twice in " + where
                    + " when clocks were put back; write the offset, or set times.ambiguous to earlier or later");
        }
        ZoneOffset offset = offsets.get(ambiguous == Ambiguous.LATER ? offsets.size() - 1 : 0);
        return new At(time.toInstant(offset), false);
    }
}
