package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.GrantProposal;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.RoleConflicts;
import org.fixtrail.domain.access.Substitution;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.ledger.Ledger;

/**
 * Proposes that somebody stands in for an absent person, from one moment to another. In force once a second person confirms
 * it ({@link DecideGrants}). A substitute holds the absent person's roles beside the own, and counts as both wherever two
 * people are asked for.
 */
@ApplicationScoped
@Transactional
public class NameSubstitutes {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_REASON = 1_000;

    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    NameSubstitutes(People people, Ledger ledger, Clock clock) {
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected NameSubstitutes() {
        this(null, null, null);
    }

    /** Somebody who can be chosen. */
    public record Choice(UUID id, String name) {}

    /**
     * @param absent the caller, or anybody if the caller manages people
     * @param from may lie in the past, and then means now
     * @param reason why the person is absent, as far as others need to know
     */
    @Requires({Permission.NAME_SUBSTITUTE, Permission.MANAGE_PEOPLE})
    public Outcome<UUID> propose(UUID absent, UUID substitute, Instant from, Instant to, String reason) {
        Caller caller = CallerContext.get();
        if (!absent.equals(caller.person()) && !caller.may(Permission.MANAGE_PEOPLE)) {
            return Outcome.refused(
                    "not-own", "You can name a substitute for yourself; for others an administrator does.");
        }
        if (substitute.equals(caller.person())) {
            return Outcome.refused("own-roles", "Nobody gives rights to themselves; have somebody else name you.");
        }
        Instant now = Instant.now(clock);
        Instant begin = from.isBefore(now) ? now : from;
        List<FieldProblem> problems = problems(absent, substitute, begin, to, now, reason);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Set<Role> roles = people.get(absent).roleSet();
        GrantProposal proposal = GrantProposal.ofSubstitution(
                UUID.randomUUID(), new Substitution(substitute, absent, begin, to), roles, reason.strip());
        ledger.append(proposal);
        return Outcome.done(proposal.id());
    }

    /** Who can stand in for somebody: all that have access, by name. */
    @Requires({Permission.NAME_SUBSTITUTE, Permission.MANAGE_PEOPLE})
    public List<Choice> choices() {
        return people.withAccess().stream()
                .map(person -> new Choice(person.id(), person.displayName()))
                .toList();
    }

    private List<FieldProblem> problems(
            UUID absent, UUID substitute, Instant from, Instant to, Instant now, String reason) {
        List<FieldProblem> problems = new ArrayList<>();
        if (absent.equals(substitute)) {
            problems.add(new FieldProblem("substitute", "must be somebody else"));
        }
        if (!to.isAfter(from) || !to.isAfter(now)) {
            problems.add(new FieldProblem("to", "must lie ahead, and after the begin"));
        } else if (to.isAfter(from.plus(LONGEST))) {
            problems.add(new FieldProblem("to", "must be within a year of the begin"));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            problems.add(new FieldProblem("reason", "must have 1 to " + LONGEST_REASON + " characters"));
        }
        Person stands = people.get(substitute);
        if (stands.disabled() || stands.joinedAt() == null) {
            problems.add(new FieldProblem("substitute", "has no access"));
        }
        Set<Role> together = EnumSet.noneOf(Role.class);
        together.addAll(stands.roleSet());
        together.addAll(people.get(absent).roleSet());
        RoleConflicts.reason(together).ifPresent(conflict -> problems.add(new FieldProblem("substitute", conflict)));
        return problems;
    }
}
