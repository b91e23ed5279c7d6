package org.fixtrail.reports.page;

import java.util.List;
import java.util.Map;
import org.fixtrail.services.pack.PackClock;
import org.fixtrail.services.pack.PackContent;

/** The clocks that missed their deadline. */
final class ClockSection {
    private ClockSection() {}

    static Section of(PackContent content, Wording wording) {
        List<PackClock> clocks = content.missedClocks();
        Map<String, Object> parameters = Map.of(
                "zone",
                wording.times().zoneName(),
                "intro",
                "Warnings and breach mails sent for the failures in scope: "
                        + Wording.number(content.notificationsSent()) + ".");
        return new Section(
                "clocks",
                "Clocks",
                "6  Missed clocks",
                parameters,
                () -> clocks.stream().map(clock -> line(clock, wording)));
    }

    /** A clock as the template prints it. */
    record Line(
            String anchor,
            String target,
            String failure,
            String started,
            String deadline,
            String met,
            String state,
            String overdue) {}

    private static Line line(PackClock clock, Wording wording) {
        return new Line(
                "failure " + clock.failureId(),
                wording.clean(clock.target()),
                wording.clean(clock.failureId()),
                wording.times().of(clock.startedAt()),
                wording.times().of(clock.deadline()),
                clock.metAt() == null ? "not met" : wording.times().of(clock.metAt()),
                wording.clean(clock.state()),
                DurationText.of(clock.overdueBy()));
    }
}
