package org.fixtrail.web.triage;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.RuleDue;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.services.triage.TriageView;
import org.jspecify.annotations.Nullable;

/**
 * What was answered on a failure, and what follows.
 *
 * @param triaged whether anybody has answered; otherwise facts are those that the profiles give
 * @param waiting answers that a second person must confirm
 */
public record TriageJson(
        String failure, int cycle, boolean triaged, FactsJson facts, List<SheetJson> waiting, List<RuleJson> rules) {

    /** Answers that wait. */
    public record SheetJson(UUID id, Instant recordedAt, String reason, FactsJson facts) {
        static SheetJson of(FactSheet sheet) {
            return new SheetJson(sheet.id(), sheet.recordedAt(), sheet.reason(), FactsJson.of(sheet.facts()));
        }
    }

    /** A rule for one addressee; place is a jurisdiction's code. */
    public record RuleJson(
            String rule,
            String title,
            String article,
            URI address,
            String edition,
            TriageView.Standing standing,
            @Nullable String place,
            List<String> grounds,
            List<String> unanswered,
            @Nullable String atOnce,
            List<DueJson> dues,
            @Nullable UUID clock,
            @Nullable String governedBy,
            @Nullable ClockState state) {
        static RuleJson of(TriageView.RuleLine line) {
            ClockRule rule = line.entry().rule();
            RunningClock clock = line.clock();
            Jurisdiction place = line.place();
            return new RuleJson(
                    rule.id(),
                    rule.title(),
                    rule.source().article(),
                    rule.source().address(),
                    line.entry().edition().pack().edition(),
                    line.standing(),
                    place == null ? null : place.code(),
                    line.verdict().grounds(),
                    line.verdict().unanswered().stream().map(Fact::code).toList(),
                    rule.atOnce(),
                    line.dues().stream().map(DueJson::of).toList(),
                    clock == null ? null : clock.id(),
                    clock == null ? null : clock.terms().ruleId(),
                    clock == null ? null : clock.state());
        }
    }

    /** When a clock ends, or would. */
    public record DueJson(
            String event, Instant startedAt, String addressee, Instant strictAt, Instant rolledAt, Instant legalAt) {
        static DueJson of(RuleDue due) {
            return new DueJson(
                    due.event().code(),
                    due.end().startedAt(),
                    due.addressee().label(),
                    due.end().strictAt(),
                    due.end().rolledAt(),
                    due.end().legalAt());
        }
    }

    static TriageJson of(TriageView view) {
        return new TriageJson(
                "F-" + view.failure().id(),
                view.failure().cycle(),
                view.inForce().isPresent(),
                FactsJson.of(view.facts()),
                view.waiting().stream().map(SheetJson::of).toList(),
                view.rules().stream().map(RuleJson::of).toList());
    }
}
