package org.fixtrail.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** A form to which people outside report, from this entry on: opened, or closed. */
@Entity
@Table(name = "intake_address")
public class IntakeAddress extends Act {
    @Column(name = "address_id")
    private UUID addressId;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "label")
    private String label;

    @Column(name = "closed")
    private boolean closed;

    @SuppressWarnings("NullAway.Init")
    protected IntakeAddress() {}

    /**
     * @param addressId a random id that stands in the form's address; it is public
     * @param systemId the AI system that the form is about; null for any of the organisation
     * @param label what the form is headed with
     */
    public IntakeAddress(UUID id, UUID addressId, @Nullable UUID systemId, String label, boolean closed) {
        super(id);
        this.addressId = addressId;
        this.systemId = systemId;
        this.label = label;
        this.closed = closed;
    }

    public UUID addressId() {
        return addressId;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    public String label() {
        return label;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public ActType type() {
        return ActType.INTAKE_SET;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("addressId", addressId)
                .and("systemId", systemId)
                .and("label", label)
                .and("closed", closed)
                .map();
    }
}
