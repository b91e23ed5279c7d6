package org.fixtrail.services.prepared;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fixtrail.domain.clock.ClockBasis;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.domain.system.AiSystem;

/**
 * What the record holds for one report.
 *
 * @param rule that governs the clock; empty where the edition's text is gone
 * @param facts the answers in force on the clock's cycle
 * @param reports those that stand, on all clocks of the failure, the earliest first
 */
record ReportSource(
        String organisation,
        ReportKind kind,
        RunningClock clock,
        ClockBasis basis,
        Optional<ClockRule> rule,
        Failure failure,
        FailureRevision said,
        Timeline timeline,
        AiSystem system,
        Facts facts,
        List<SentReport> reports) {

    /**
     * A report that went out before.
     *
     * @param sameClock it was made on the clock that this report is to answer
     * @param otherLaw its clock is of another pack of rules
     */
    record SentReport(Submission submission, String obligation, boolean sameClock, boolean otherLaw) {}

    /** The addressee's. */
    ZoneId zone() {
        return basis.zone();
    }

    /** To the minute, with the offset, so that the hour of a clock change is clear. */
    String time(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT)
                .withZone(zone())
                .format(at);
    }

    Optional<TransitionFact> reached(Stage stage) {
        return timeline.reached(clock.cycle(), stage);
    }

    /** What was recorded with a stage of the cycle. */
    StageDetails details(Stage stage) {
        return reached(stage).map(TransitionFact::details).orElse(StageDetails.NONE);
    }

    /** All transitions of the cycle that are in force, in the order in which they happened. */
    List<TransitionFact> trail() {
        return timeline.effective().stream()
                .filter(fact -> fact.cycle() == clock.cycle())
                .sorted(java.util.Comparator.comparing(TransitionFact::occurredAt)
                        .thenComparing(fact -> fact.stage().number()))
                .toList();
    }

    /** A moment that people gave; what stands in for another one does not count. */
    Optional<Moment> moment(StartEvent event) {
        return Optional.ofNullable(facts.moments().get(event));
    }
}
