package org.fixtrail.services.accessreview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.AccessKey;
import org.fixtrail.domain.access.GrantProposal;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.RoleConflicts;
import org.fixtrail.domain.access.Substitution;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/** Makes the list of rights of what was read. */
final class HeldRights {
    private static final Duration USED_WITHIN = Duration.ofDays(90);

    private final AccessRows.Read rows;
    private final Instant now;

    HeldRights(AccessRows.Read rows, Instant now) {
        this.rows = rows;
        this.now = now;
    }

    AccessList list() {
        List<HeldRight> rights = new ArrayList<>();
        rows.byName().forEach(person -> addRoles(person, rights));
        rows.confirmed().values().stream()
                .filter(each -> !each.ended())
                .forEach(each -> each.proposal().substitution().ifPresent(found -> addSubstitute(each, found, rights)));
        rows.keys().forEach(key -> rights.add(key(key)));
        return new AccessList(rights);
    }

    private void addRoles(Person person, List<HeldRight> rights) {
        Map<Role, PersonChange> given = RoleHistory.givenBy(rows.changes().getOrDefault(person.id(), List.of()));
        for (Role role : person.roleSet()) {
            PersonChange change = given.get(role);
            if (change != null) {
                rights.add(role(person, role, change));
            }
        }
    }

    private HeldRight role(Person person, Role role, PersonChange change) {
        UUID proposalId = change.proposalId();
        AccessRows.Confirmed grant =
                proposalId == null ? null : rows.confirmed().get(proposalId);
        Instant lastUsed = lastUsed(person.id(), role);
        Set<RightMark> marks = EnumSet.noneOf(RightMark.class);
        markPerson(person, marks);
        markUnused(change.recordedAt(), lastUsed, marks);
        if (grant == null) {
            marks.add(RightMark.ONE_PERSON);
        }
        if (RoleConflicts.reason(person.roleSet()).isPresent()) {
            marks.add(RightMark.CONFLICT);
        }
        return new HeldRight(
                HeldRight.Kind.PERSON,
                person.id(),
                person.displayName(),
                person.email(),
                role.label(),
                null,
                null,
                change.recordedAt(),
                null,
                name(grant == null ? change.actor() : grant.proposal().actor()),
                grant == null ? null : name(grant.decision().actor()),
                grant == null ? "" : grant.proposal().reason(),
                lastUsed,
                marks);
    }

    private void addSubstitute(AccessRows.Confirmed grant, Substitution substitution, List<HeldRight> rights) {
        Person substitute = rows.people().get(substitution.substitute());
        Person absent = rows.people().get(substitution.absent());
        if (substitute == null || absent == null || !substitution.to().isAfter(now)) {
            return;
        }
        for (Role role : absent.roleSet()) {
            Set<RightMark> marks = EnumSet.noneOf(RightMark.class);
            markPerson(substitute, marks);
            GrantProposal proposal = grant.proposal();
            rights.add(new HeldRight(
                    HeldRight.Kind.SUBSTITUTE,
                    substitute.id(),
                    substitute.displayName(),
                    substitute.email(),
                    role.label(),
                    absent.displayName(),
                    null,
                    substitution.from(),
                    substitution.to(),
                    name(proposal.actor()),
                    name(grant.decision().actor()),
                    proposal.reason(),
                    lastUsed(substitute.id(), role),
                    marks));
        }
    }

    private HeldRight key(AccessKey key) {
        Person owner = rows.people().get(key.personId());
        Set<RightMark> marks = EnumSet.noneOf(RightMark.class);
        markUnused(key.createdAt(), key.lastUsedAt(), marks);
        if (owner == null || owner.disabled()) {
            marks.add(RightMark.NOBODY_ANSWERS);
        }
        UUID system = key.systemId();
        return new HeldRight(
                key.kind() == KeyKind.PERSONAL ? HeldRight.Kind.TOKEN : HeldRight.Kind.KEY,
                key.id(),
                key.label(),
                owner == null ? "" : owner.email(),
                key.kind() == KeyKind.PERSONAL
                        ? "Token of a person"
                        : (key.kind() == KeyKind.MACHINE ? Role.MACHINE : Role.PIPELINE).label(),
                null,
                system == null ? null : rows.systems().get(system),
                key.createdAt(),
                key.expiresAt(),
                owner == null ? "" : owner.displayName(),
                null,
                "",
                key.lastUsedAt(),
                marks);
    }

    private static void markPerson(Person person, Set<RightMark> marks) {
        if (person.disabled()) {
            marks.add(RightMark.ACCESS_ENDED);
        } else if (person.joinedAt() == null) {
            marks.add(RightMark.NEVER_JOINED);
        }
    }

    private void markUnused(Instant since, @Nullable Instant lastUsed, Set<RightMark> marks) {
        Instant latest = lastUsed == null || lastUsed.isBefore(since) ? since : lastUsed;
        if (latest.plus(USED_WITHIN).isBefore(now)) {
            marks.add(RightMark.UNUSED);
        }
    }

    /** Of what the role is for: reading alone counts only for a role that does nothing else. */
    private @Nullable Instant lastUsed(UUID person, Role role) {
        Map<Permission, Instant> uses = rows.uses().getOrDefault(person, Map.of());
        Set<Permission> own = RoleConflicts.beyondReading(role);
        Set<Permission> asked = own.isEmpty() ? role.permissions() : own;
        return asked.stream()
                .map(uses::get)
                .filter(used -> used != null)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private String name(Actor actor) {
        if (actor.kind() == Actor.Kind.OPERATOR) {
            return "Operator";
        }
        Person person = rows.people().get(actor.id());
        return person == null ? actor.toString() : person.displayName();
    }
}
