package org.fixtrail.reports.page;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as a pack writes them, with a dash where there is none. */
final class DurationText {
    static final String RULE = "Durations show days and hours from one day on, hours and minutes from one hour on,"
            + " minutes from one minute on, else seconds; smaller units are cut off, and a day is 24 hours. The attached"
            + " files have them in seconds.";
    static final String NONE = "\u2013";

    private DurationText() {}

    static String of(@Nullable Duration duration) {
        return duration == null ? NONE : org.fixtrail.domain.lag.DurationText.of(duration);
    }
}
