package org.fixtrail.reports.page;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fixtrail.services.pack.LagCurve;

/**
 * The time axis of a curve.
 *
 * @param endSeconds where the axis ends, more than 0
 * @param stepSeconds from one mark to the next
 * @param cut whether the curve goes on beyond the axis
 */
record CurveScale(long endSeconds, long stepSeconds, boolean cut) implements Serializable {
    private static final double LONG_TAIL = 0.05;
    private static final double MARGIN = 1.1;
    private static final int MOST_MARKS = 8;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;
    private static final List<Long> STEPS = List.of(
            1L,
            5L,
            10L,
            30L,
            MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            30 * MINUTE,
            HOUR,
            2 * HOUR,
            6 * HOUR,
            12 * HOUR,
            DAY,
            2 * DAY,
            5 * DAY,
            10 * DAY,
            20 * DAY,
            50 * DAY,
            100 * DAY,
            200 * DAY,
            500 * DAY);

    /** A few very long cases must not press the rest into one line: the axis ends where 5 % are left. */
    static CurveScale of(LagCurve curve) {
        long longest = Math.max(1, curve.observedSeconds());
        long end = curve.points().stream()
                .filter(point -> point.survival() <= LONG_TAIL)
                .mapToLong(point -> (long) Math.ceil(point.seconds() * MARGIN))
                .findFirst()
                .orElse(longest);
        long shown = Math.max(1, Math.min(end, longest));
        return new CurveScale(shown, step(shown), shown < longest);
    }

    private static long step(long end) {
        return STEPS.stream()
                .filter(step -> end / step <= MOST_MARKS)
                .findFirst()
                .orElse((end / MOST_MARKS / DAY + 1) * DAY);
    }

    List<Long> marks() {
        List<Long> marks = new ArrayList<>();
        for (long at = 0; at <= endSeconds; at += stepSeconds) {
            marks.add(at);
        }
        return marks;
    }

    /** In the step's own unit: "10 d", "6 h", "30 min". */
    String label(long seconds) {
        Duration at = Duration.ofSeconds(seconds);
        if (seconds == 0) {
            return "0";
        }
        if (stepSeconds >= DAY) {
            return at.toDays() + " d";
        }
        if (stepSeconds >= HOUR) {
            return at.toHours() + " h";
        }
        return stepSeconds >= MINUTE ? at.toMinutes() + " min" : seconds + " s";
    }
}
