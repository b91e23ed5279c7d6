package org.fixtrail.domain.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one way in which a moment stands in hashed bytes: UTC, six digits of a second, as the database keeps it. */
public final class Moments {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Moments() {}

    public static String text(Instant moment) {
        return FORMAT.format(moment);
    }

    /** Null stays null. */
    public static @Nullable String textOrNull(@Nullable Instant moment) {
        return moment == null ? null : text(moment);
    }

    /**
     * Cuts to microseconds, which is what the database keeps. Every act cuts its moments when it is made: the database
     * rounds, so that a row would else differ from the entry that speaks of it.
     */
    public static Instant toMicros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** Null stays null. */
    public static @Nullable Instant toMicrosOrNull(@Nullable Instant moment) {
        return moment == null ? null : toMicros(moment);
    }
}
