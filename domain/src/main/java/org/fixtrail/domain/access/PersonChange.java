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

/** A person was added, or name, roles or access changed; holds the state after the change. */
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

    @SuppressWarnings("NullAway.Init")
    protected PersonChange() {}

    public PersonChange(UUID id, UUID personId, String what, String displayName, String roles, boolean disabled) {
        super(id);
        this.personId = personId;
        this.what = what;
        this.displayName = displayName;
        this.roles = roles;
        this.disabled = disabled;
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
                .map();
    }
}
