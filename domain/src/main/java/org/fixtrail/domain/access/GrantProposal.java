package org.fixtrail.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a person to hold roles: for good, or as the substitute of an absent person for a time. It has no effect
 * until a second person confirms it.
 */
@Entity
@Table(name = "grant_proposal")
public class GrantProposal extends Act {
    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "roles")
    private String roles;

    @Column(name = "stands_for")
    private @Nullable UUID standsFor;

    @Column(name = "from_at")
    private @Nullable Instant fromAt;

    @Column(name = "to_at")
    private @Nullable Instant toAt;

    @Column(name = "conflict")
    private @Nullable String conflict;

    @Column(name = "reason")
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected GrantProposal() {}

    @SuppressWarnings("NullAway.Init")
    private GrantProposal(UUID id, UUID personId, Set<Role> roles, @Nullable String conflict, String reason) {
        super(id);
        this.personId = personId;
        this.roles = Person.names(roles);
        this.conflict = conflict;
        this.reason = reason;
    }

    /**
     * Roles for good, beside those held already.
     *
     * @param conflict why the roles should not be held together, or null; the proposal then asks to allow it all the same
     * @param reason why they are given; may be empty unless there is a conflict
     */
    public static GrantProposal ofRoles(
            UUID id, UUID personId, Set<Role> roles, @Nullable String conflict, String reason) {
        return new GrantProposal(id, personId, roles, conflict, reason);
    }

    /** The absent person's roles, as long as the substitution lasts; {@code roles} are those held when it was proposed. */
    public static GrantProposal ofSubstitution(UUID id, Substitution wanted, Set<Role> roles, String reason) {
        GrantProposal proposal = new GrantProposal(id, wanted.substitute(), roles, null, reason);
        proposal.standsFor = wanted.absent();
        proposal.fromAt = Moments.toMicros(wanted.from());
        proposal.toAt = Moments.toMicros(wanted.to());
        return proposal;
    }

    /** Who is to get the roles. */
    public UUID personId() {
        return personId;
    }

    public Set<Role> roleSet() {
        return Person.roles(roles);
    }

    public @Nullable String conflict() {
        return conflict;
    }

    public String reason() {
        return reason;
    }

    public boolean isSubstitution() {
        return standsFor != null;
    }

    /** Empty where it is about roles for good. */
    public Optional<Substitution> substitution() {
        UUID absent = standsFor;
        Instant from = fromAt;
        Instant to = toAt;
        return absent == null || from == null || to == null
                ? Optional.empty()
                : Optional.of(new Substitution(personId, absent, from, to));
    }

    @Override
    public ActType type() {
        return ActType.GRANT_PROPOSED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("personId", personId)
                .and("roles", roles)
                .and("standsFor", standsFor)
                .and("fromAt", fromAt)
                .and("toAt", toAt)
                .and("conflict", conflict)
                .and("reason", reason)
                .map();
    }
}
