package org.fixtrail.domain.organisation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** The tenant. Its creation is the first entry of its ledger; it belongs to itself, so its id stands for both. */
@Entity
@Table(name = "organisation")
@AttributeOverride(name = "organisationId", column = @Column(name = "id", insertable = false, updatable = false))
public class Organisation extends Act {
    @Column(name = "name")
    private String name;

    @Column(name = "zone")
    private String zone;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    public Organisation(UUID id, String name, String zone) {
        super(id);
        this.name = name;
        this.zone = zone;
    }

    public String name() {
        return name;
    }

    public String zone() {
        return zone;
    }

    @Override
    public ActType type() {
        return ActType.ORGANISATION_CREATED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("name", name).and("zone", zone).map();
    }
}
