package org.fixtrail.domain.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/**
 * Nothing on record of a failure, or of a whole AI system, may be erased until the hold is lifted. Placing it holds at once;
 * lifting it, once a second person has confirmed that.
 */
@Entity
@Table(name = "legal_hold")
public class LegalHold extends Act implements Proposal {
    @Column(name = "hold_id")
    private UUID holdId;

    @Column(name = "failure_id")
    private @Nullable UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "lifted")
    private boolean lifted;

    @Column(name = "reason")
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected LegalHold() {}

    private LegalHold(UUID id, UUID holdId, @Nullable UUID failureId, UUID systemId, boolean lifted, String reason) {
        super(id);
        this.holdId = holdId;
        this.failureId = failureId;
        this.systemId = systemId;
        this.lifted = lifted;
        this.reason = reason;
    }

    public static LegalHold onFailure(UUID id, UUID failureId, UUID systemId, String reason) {
        return new LegalHold(id, id, failureId, systemId, false, reason);
    }

    public static LegalHold onSystem(UUID id, UUID systemId, String reason) {
        return new LegalHold(id, id, null, systemId, false, reason);
    }

    /** The proposal to lift this hold. */
    public LegalHold lift(UUID liftId, String why) {
        return new LegalHold(liftId, holdId, failureId, systemId, true, why);
    }

    /** The id of the entry that placed it. */
    public UUID holdId() {
        return holdId;
    }

    /** The failure that is held; null where it is the whole AI system. */
    @Override
    public @Nullable UUID failureId() {
        return failureId;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    /** Whether it proposes to lift a hold. */
    public boolean lifted() {
        return lifted;
    }

    public String reason() {
        return reason;
    }

    @Override
    public boolean needsSecondPerson() {
        return lifted;
    }

    @Override
    public ActType type() {
        return ActType.LEGAL_HOLD_SET;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("holdId", holdId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("lifted", lifted)
                .and("reason", reason)
                .map();
    }
}
