package org.fixtrail.services.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.escalation.EscalationChain;
import org.fixtrail.domain.escalation.EscalationPlan;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;

/** Sets how news of clocks goes up. What goes up already takes its next steps by what then holds. */
@ApplicationScoped
@Transactional
public class SetEscalation {
    private final EscalationPlans plans;
    private final EscalationPeople people;
    private final Ledger ledger;

    @Inject
    SetEscalation(EscalationPlans plans, EscalationPeople people, Ledger ledger) {
        this.plans = plans;
        this.people = people;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected SetEscalation() {
        this(null, null, null);
    }

    /** Somebody who can be told. */
    public record Candidate(UUID id, String name, String email) {}

    /**
     * What holds.
     *
     * @param set whether the organisation has set it; else it is the usual one
     * @param executives those of the plan who can be told now
     */
    public record ChainView(EscalationPlan plan, boolean set, List<Candidate> executives) {}

    @Requires(Permission.VIEW_RECORD)
    public ChainView chain() {
        Optional<EscalationPlan> last = plans.last().map(EscalationChain::plan);
        EscalationPlan plan = last.orElse(EscalationPlan.USUAL);
        return new ChainView(plan, last.isPresent(), candidates(people.reachable(plan.executives())));
    }

    /** Everybody who can be chosen as an executive, by name. */
    @Requires(Permission.SET_TARGETS)
    public List<Candidate> candidates() {
        return candidates(people.all());
    }

    /** Nothing happens if it is what holds already. */
    @Requires(Permission.SET_TARGETS)
    public Outcome<EscalationPlan> set(NewEscalationChain wanted) {
        List<FieldProblem> problems = wanted.problems();
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        EscalationPlan plan = wanted.plan();
        Optional<EscalationPlan> last = plans.last().map(EscalationChain::plan);
        if (last.equals(Optional.of(plan))) {
            return Outcome.done(plan);
        }
        Set<UUID> known = new HashSet<>(people.all().stream().map(Person::id).toList());
        if (!known.containsAll(plan.executives())) {
            return Outcome.invalid("executives", "must be people of the organisation who may see clocks");
        }
        ledger.append(new EscalationChain(UUID.randomUUID(), plan));
        return Outcome.done(plan);
    }

    private static List<Candidate> candidates(List<Person> people) {
        return people.stream()
                .map(person -> new Candidate(person.id(), person.displayName(), person.email()))
                .toList();
    }
}
