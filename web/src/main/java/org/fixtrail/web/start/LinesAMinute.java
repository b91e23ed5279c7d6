package org.fixtrail.web.start;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Allows so many lines of a log in each minute of the clock, and counts those that it did not allow. */
final class LinesAMinute {
    private final int most;
    private long minute;
    private int allowed;
    private int passedOver;

    LinesAMinute(int most) {
        this.most = most;
    }

    /** Empty if no line may be written now; else how many could not be since the last that was. */
    synchronized OptionalInt take(Instant now) {
        long current = now.getEpochSecond() / TimeUnit.MINUTES.toSeconds(1);
        if (current != minute) {
            minute = current;
            allowed = 0;
        }
        if (allowed == most) {
            passedOver++;
            return OptionalInt.empty();
        }
        allowed++;
        int before = passedOver;
        passedOver = 0;
        return OptionalInt.of(before);
    }
}
