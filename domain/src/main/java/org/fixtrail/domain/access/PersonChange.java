package org.fixtrail.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** A person was added, or name, roles, access or means of signing in changed; holds the state after the change. */
@Entity
@Table(name = "person_change")
public class PersonChange extends Act {
    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "what")
    private String what;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "roles")
    private String roles;

    @Column(name = "disabled")
    private boolean disabled;

    @Column(name = "proposal_id")
    private @Nullable UUID proposalId;

    @SuppressWarnings("NullAway.Init")
    protected PersonChange() {}

    /** @param proposalId the confirmed proposal that gave the roles, or null if none was needed */
    public PersonChange(UUID id, Person after, ActType what, @Nullable UUID proposalId) {
        super(id);
        this.personId = after.id();
        this.what = what.name();
        this.displayName = after.displayName();
        this.roles = after.roles();
        this.disabled = after.disabled();
        this.proposalId = proposalId;
    }

    public UUID personId() {
        return personId;
    }

    public String what() {
        return what;
    }

    public String displayName() {
        return displayName;
    }

    public String roles() {
        return roles;
    }

    public boolean disabled() {
        return disabled;
    }

    public @Nullable UUID proposalId() {
        return proposalId;
    }

    @Override
    public ActType type() {
        return ActType.valueOf(what);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("personId", personId)
                .and("what", what)
                .and("displayName", displayName)
                .and("roles", roles)
                .and("disabled", disabled)
                .and("proposalId", proposalId)
                .map();
    }
}
