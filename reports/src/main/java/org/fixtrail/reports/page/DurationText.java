package org.fixtrail.reports.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Durations for people. From a day on days and hours ("47 d 0 h"), from an hour on hours and minutes ("3 h 28 min"),
 * from a minute on minutes ("36 min"), below that seconds ("42 s"); what is smaller than the last unit is cut off,
 * never rounded up, and a day is 24 hours. Less than a second that is not zero is "under 1 s".
 */
final class DurationText {
    static final String RULE = "Durations show days and hours from one day on, hours and minutes from one hour on,"
            + " minutes from one minute on, else seconds; smaller units are cut off, and a day is 24 hours. The attached"
            + " files have them in seconds.";
    static final String NONE = "\u2013";

    private DurationText() {}

    /** A dash where there is none. */
    static String of(@Nullable Duration duration) {
        return duration == null ? NONE : written(duration);
    }

    private static String written(Duration duration) {
        if (duration.isNegative()) {
            return "\u2212" + written(duration.negated());
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
