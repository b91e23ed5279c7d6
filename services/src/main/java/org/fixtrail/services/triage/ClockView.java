package org.fixtrail.services.triage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.document.Document;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.Waiver;
import org.fixtrail.domain.obligation.WaiverHistory;

/**
 * One clock with all that is on record.
 *
 * @param rule the rule that governs, in the edition under which the clock runs; empty for a target
 * @param events what happened to it, in order
 * @param reports those on this clock, in order; those that take one back are not among them
 * @param retracted reports that were taken back, by their id, with the entry that did
 * @param documents those attached to reports, by the report's id
 * @param waivers where the call stands that it is not applicable
 * @param siblings other clocks of the failure that the same report may answer
 * @param names display names of people, by pseudonym
 */
public record ClockView(
        RunningClock clock,
        String failureTitle,
        String system,
        Optional<ClockRule> rule,
        List<ClockEvent> events,
        List<Submission> reports,
        Map<UUID, Submission> retracted,
        Map<UUID, List<Document>> documents,
        WaiverHistory waivers,
        List<RunningClock> siblings,
        Map<UUID, String> names) {

    /** The proposal to call it not applicable that waits for a second person. */
    public Optional<Waiver> waiting() {
        return waivers.waiting();
    }

    /** Whether two people called it not applicable, and nobody took that back. */
    public boolean waived() {
        return waivers.inForce();
    }

    /** What is attached to a report, in the order in which it came. */
    public List<Document> documents(Submission report) {
        return documents.getOrDefault(report.id(), List.of());
    }

    /** Reports that stand. */
    public List<Submission> standing() {
        Set<UUID> gone = retracted.keySet();
        return reports.stream().filter(report -> !gone.contains(report.id())).toList();
    }
}
