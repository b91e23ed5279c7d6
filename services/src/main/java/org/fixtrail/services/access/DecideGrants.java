package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.GrantDecision;
import org.fixtrail.domain.access.GrantDecision.What;
import org.fixtrail.domain.access.GrantProposal;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.RoleConflicts;
import org.fixtrail.domain.access.Substitution;
import org.fixtrail.services.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * The second person for rights: confirms or declines what somebody else proposed. Neither who proposed it nor who gets the
 * roles, nor anybody bound to them by a substitution, can confirm.
 */
@ApplicationScoped
@Transactional
public class DecideGrants {
    private static final int LONGEST_REASON = 1_000;

    private final People people;
    private final Grants grants;
    private final Substitutes substitutes;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    DecideGrants(People people, Grants grants, Substitutes substitutes, Ledger ledger, Clock clock) {
        this.people = people;
        this.grants = grants;
        this.substitutes = substitutes;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected DecideGrants() {
        this(null, null, null, null, null);
    }

    /** Those that wait, the oldest first. */
    @Requires({Permission.VIEW_ACCESS, Permission.NAME_SUBSTITUTE})
    public List<GrantRow> open() {
        Caller caller = CallerContext.get();
        boolean all = caller.may(Permission.VIEW_ACCESS);
        return rows(grants.open().stream()
                .filter(proposal -> all || isOwn(proposal, caller.person()))
                .toList());
    }

    /** Substitutions that were confirmed and not ended early, the latest end first. */
    @Requires({Permission.VIEW_ACCESS, Permission.NAME_SUBSTITUTE})
    public List<GrantRow> substitutions() {
        Caller caller = CallerContext.get();
        boolean all = caller.may(Permission.VIEW_ACCESS);
        return rows(grants.substitutions().stream()
                .filter(proposal -> all
                        || isOwn(proposal, caller.person())
                        || proposal.personId().equals(caller.person()))
                .toList());
    }

    /** The roles hold from now on, or while the substitution lasts. */
    @Requires(Permission.CONFIRM_RIGHTS)
    public Outcome<UUID> confirm(UUID proposalId) {
        GrantProposal proposal = grants.get(proposalId);
        Person person = people.lock(proposal.personId());
        Optional<Outcome<UUID>> refused = Stream.of(
                        notWaiting(proposal), notASecondPerson(proposal), outOfDate(proposal, person))
                .flatMap(Optional::stream)
                .findFirst();
        if (refused.isPresent()) {
            return refused.get();
        }
        ledger.append(new GrantDecision(UUID.randomUUID(), proposal, What.CONFIRMED, ""));
        if (proposal.isSubstitution()) {
            people.renew(person);
        } else {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(person.roleSet());
            roles.addAll(proposal.roleSet());
            people.change(person, roles, proposal.id());
            people.passOn(person);
        }
        return Outcome.done(proposalId);
    }

    /** @param reason why not */
    @Requires(Permission.CONFIRM_RIGHTS)
    public Outcome<UUID> decline(UUID proposalId, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Outcome.invalid("reason", "must have 1 to " + LONGEST_REASON + " characters");
        }
        GrantProposal proposal = grants.get(proposalId);
        people.lock(proposal.personId());
        Optional<Outcome<UUID>> refused = notWaiting(proposal);
        if (refused.isPresent()) {
            return refused.get();
        }
        ledger.append(new GrantDecision(UUID.randomUUID(), proposal, What.DECLINED, reason.strip()));
        return Outcome.done(proposalId);
    }

    /** By who proposed it, as long as nobody has decided. */
    @Requires({Permission.MANAGE_PEOPLE, Permission.NAME_SUBSTITUTE})
    public Outcome<UUID> withdraw(UUID proposalId) {
        GrantProposal proposal = grants.get(proposalId);
        people.lock(proposal.personId());
        if (!proposal.actor().equals(CallerContext.get().actor())) {
            return Outcome.refused("not-own", "Only who proposed this can take it back; you can decline it.");
        }
        Optional<Outcome<UUID>> refused = notWaiting(proposal);
        if (refused.isPresent()) {
            return refused.get();
        }
        ledger.append(new GrantDecision(UUID.randomUUID(), proposal, What.WITHDRAWN, ""));
        return Outcome.done(proposalId);
    }

    /** Ends a substitution before its time: an administrator, the absent person, or the substitute. */
    @Requires({Permission.MANAGE_PEOPLE, Permission.NAME_SUBSTITUTE})
    public Outcome<UUID> endSubstitution(UUID proposalId) {
        GrantProposal proposal = grants.get(proposalId);
        Person person = people.lock(proposal.personId());
        Caller caller = CallerContext.get();
        UUID absent = proposal.substitution().map(Substitution::absent).orElse(null);
        UUID self = caller.person();
        boolean concerned = self != null && (self.equals(absent) || self.equals(proposal.personId()));
        if (!concerned && !caller.may(Permission.MANAGE_PEOPLE)) {
            throw new NotFound("substitution");
        }
        List<GrantDecision> decisions = grants.decisions(proposalId);
        boolean confirmed = decisions.stream().anyMatch(each -> each.what() == What.CONFIRMED);
        boolean ended = decisions.stream().anyMatch(each -> each.what() == What.ENDED);
        if (absent == null || !confirmed || ended) {
            return Outcome.refused("not-in-force", "This substitution is not in force.");
        }
        ledger.append(new GrantDecision(UUID.randomUUID(), proposal, What.ENDED, ""));
        people.renew(person);
        return Outcome.done(proposalId);
    }

    private Optional<Outcome<UUID>> notWaiting(GrantProposal proposal) {
        return grants.decisions(proposal.id()).isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.refused("decided", "This was decided or taken back already."));
    }

    private Optional<Outcome<UUID>> notASecondPerson(GrantProposal proposal) {
        Caller caller = CallerContext.get();
        UUID self = caller.person();
        if (self == null || !caller.actor().isPerson()) {
            return Optional.of(Outcome.refused("second-person", "A person must confirm this."));
        }
        Instant now = Instant.now(clock);
        if (substitutes.all().sameHands(proposal.actor(), proposal.recordedAt(), caller.actor(), now)) {
            return Optional.of(Outcome.refused(
                    "second-person",
                    "You, or somebody with whom you are bound by a substitution, proposed this:"
                            + " another administrator or compliance officer must confirm it."));
        }
        return substitutes.all().behind(self, now).contains(proposal.personId())
                ? Optional.of(Outcome.refused(
                        "own-roles",
                        "Nobody confirms roles for themselves; ask another administrator or compliance officer."))
                : Optional.empty();
    }

    /** What has changed since it was proposed, so that it can hold no more. */
    private Optional<Outcome<UUID>> outOfDate(GrantProposal proposal, Person person) {
        if (person.disabled()) {
            return Optional.of(Outcome.refused("access-ended", person.displayName() + " has no access any more."));
        }
        if (!mayStillPropose(proposal)) {
            return Optional.of(Outcome.refused(
                    "proposer-gone",
                    "Who proposed this may not do so any more: decline it, and have it proposed anew."));
        }
        Set<Role> together = EnumSet.noneOf(Role.class);
        together.addAll(person.roleSet());
        together.addAll(proposal.roleSet());
        Optional<Substitution> substitution = proposal.substitution();
        if (substitution.isPresent()) {
            if (!substitution.get().to().isAfter(Instant.now(clock))) {
                return Optional.of(Outcome.refused("over", "Its time is over already: decline it."));
            }
            together.addAll(people.get(substitution.get().absent()).roleSet());
        }
        return proposal.conflict() == null
                ? RoleConflicts.reason(together)
                        .map(reason ->
                                Outcome.refused("roles-conflict", reason + " Decline this, and have it proposed anew."))
                : Optional.empty();
    }

    private boolean mayStillPropose(GrantProposal proposal) {
        return proposal.actor().isPerson()
                && people.find(proposal.actor().id())
                        .filter(proposer -> !proposer.disabled())
                        .filter(proposer -> proposer.roleSet().contains(Role.ADMINISTRATOR)
                                || proposal.substitution()
                                        .map(wanted -> wanted.absent().equals(proposer.id()))
                                        .orElse(false))
                        .isPresent();
    }

    private static boolean isOwn(GrantProposal proposal, @Nullable UUID self) {
        return self != null
                && (proposal.actor().id().equals(self)
                        || proposal.substitution().map(Substitution::absent).equals(Optional.of(self)));
    }

    private List<GrantRow> rows(List<GrantProposal> proposals) {
        Map<UUID, String> names = people.names(proposals.stream()
                .flatMap(proposal -> Stream.concat(
                        Stream.of(proposal.personId(), proposal.actor().id()),
                        proposal.substitution().map(Substitution::absent).stream()))
                .toList());
        UUID self = CallerContext.get().person();
        return proposals.stream()
                .map(proposal -> new GrantRow(
                        proposal.id(),
                        proposal.personId(),
                        names.getOrDefault(proposal.personId(), ""),
                        proposal.roleSet(),
                        proposal.substitution()
                                .map(Substitution::absent)
                                .map(names::get)
                                .orElse(null),
                        proposal.substitution(),
                        names.getOrDefault(
                                proposal.actor().id(), proposal.actor().toString()),
                        proposal.recordedAt(),
                        proposal.conflict(),
                        proposal.reason(),
                        proposal.actor().id().equals(self)))
                .toList();
    }
}
