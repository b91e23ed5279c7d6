package org.fixtrail.services.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time of a row with what it stands for.
 *
 * @param name a stage or {@code check}, with the column in brackets
 * @param zone in which {@code dateOnly} is a day; null: UTC
 */
record StageTime(
        String name, Instant at, boolean dateOnly, @Nullable ZoneId zone) {

    /** Whether this time is later than another one; where one of them is a day alone, whether its day is later. */
    boolean isAfter(StageTime other) {
        return (dateOnly || other.dateOnly) ? day().isAfter(other.day()) : at.isAfter(other.at);
    }

    private LocalDate day() {
        return at.atZone(zone == null ? ZoneOffset.UTC : zone).toLocalDate();
    }
}
