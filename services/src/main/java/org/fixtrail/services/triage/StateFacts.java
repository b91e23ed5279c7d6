package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.LegalCase;
import org.fixtrail.domain.clock.RuleJudge;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.clock.Clocks;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.obligation.LegalCases;
import org.fixtrail.services.system.Systems;

/** Takes the answers to the questions that decide which legal clocks run. What was said before stays on record. */
@ApplicationScoped
@Transactional
public class StateFacts {
    private final Failures failures;
    private final Systems systems;
    private final Profiles profiles;
    private final LegalCases cases;
    private final Clocks clocks;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    StateFacts(
            Failures failures,
            Systems systems,
            Profiles profiles,
            LegalCases cases,
            Clocks clocks,
            Ledger ledger,
            Clock clock) {
        this.failures = failures;
        this.systems = systems;
        this.profiles = profiles;
        this.cases = cases;
        this.clocks = clocks;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected StateFacts() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * What was recorded.
     *
     * @param waits it takes a clock away or lets one end later, and holds only once a second person has confirmed it
     */
    public record Stated(UUID sheet, boolean waits) {}

    /**
     * All answers on the current cycle of a failure; they take the place of those before. What they leave open is taken from
     * the profiles of AI system and organisation.
     *
     * @param reason why they are given or changed
     */
    @Requires(Permission.STATE_FACTS)
    public Outcome<Stated> ofFailure(UUID failureId, Facts answers, String reason) {
        List<FieldProblem> problems = problems(answers, reason);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        clocks.lock(failureId);
        Failure failure = failures.get(failureId);
        int cycle = failure.cycle();
        if (!cases.of(List.of(failureId)).waiting(failureId, cycle).isEmpty()) {
            return Outcome.refused(
                    "answers-wait", "Other answers wait for a second person: have them confirmed or declined first.");
        }
        Timeline timeline = failures.now(failures.facts(failureId));
        Facts facts = RuleJudge.withAwareness(answers.over(profiles.of(failure.systemId())), timeline, cycle);
        if (!facts.moments().containsKey(StartEvent.AWARE)) {
            return Outcome.invalid(
                    "moments.aware",
                    "say when the organisation became aware: no detection of this failure is on record");
        }
        UUID id = UUID.randomUUID();
        boolean waits = clocks.loosens(failure, timeline, cycle, new LegalCase.Demand(id, facts));
        ledger.append(FactSheet.ofFailure(id, failure.systemId(), failureId, cycle, facts, reason.strip(), waits));
        clocks.refresh(failure, timeline);
        return Outcome.done(new Stated(id, waits));
    }

    /** What failures of the AI system begin with from now on; no clock that runs is moved. */
    @Requires(Permission.STATE_FACTS)
    public Outcome<UUID> ofSystem(UUID systemId, Facts answers, String reason) {
        systems.get(systemId);
        List<FieldProblem> problems = profileProblems(answers, reason);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        FactSheet sheet = FactSheet.ofSystem(UUID.randomUUID(), systemId, answers, reason.strip(), false);
        ledger.append(sheet);
        return Outcome.done(sheet.id());
    }

    /** What failures of all AI systems begin with from now on; no clock that runs is moved. */
    @Requires(Permission.STATE_FACTS)
    public Outcome<UUID> ofOrganisation(Facts answers, String reason) {
        List<FieldProblem> problems = profileProblems(answers, reason);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        FactSheet sheet = FactSheet.ofOrganisation(UUID.randomUUID(), answers, reason.strip(), false);
        ledger.append(sheet);
        return Outcome.done(sheet.id());
    }

    private List<FieldProblem> profileProblems(Facts answers, String reason) {
        List<FieldProblem> problems = problems(answers, reason);
        answers.moments()
                .keySet()
                .forEach(event -> problems.add(
                        new FieldProblem("moments." + event.code(), "belongs to a failure, not to a profile")));
        return problems;
    }

    private List<FieldProblem> problems(Facts answers, String reason) {
        List<FieldProblem> problems = new ArrayList<>(FactsCheck.problems(answers, Instant.now(clock)));
        FieldProblem why = FactsCheck.reason(reason);
        if (why != null) {
            problems.add(why);
        }
        return problems;
    }
}
