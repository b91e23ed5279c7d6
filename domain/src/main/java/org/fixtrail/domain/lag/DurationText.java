package org.fixtrail.domain.lag;

import java.time.Duration;

/**
 * Durations for people. From a day on days and hours ("47 d 0 h"), from an hour on hours and minutes ("3 h 28 min"), from
 * a minute on minutes ("36 min"), below that seconds ("42 s"); what is smaller than the last unit is cut off, never rounded
 * up, and a day is 24 hours. Less than a second that is not zero is "under 1 s".
 */
public final class DurationText {
    private DurationText() {}

    public static String of(Duration duration) {
        if (duration.isNegative()) {
            return "\u2212" + of(duration.negated());
        }
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min";
        }
        boolean fraction = duration.getSeconds() == 0 && duration.getNano() > 0;
        return fraction ? "under 1 s" : duration.getSeconds() + " s";
    }
}
