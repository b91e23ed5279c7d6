package org.fixtrail.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** What became of a {@link GrantProposal}. */
@Entity
@Table(name = "grant_decision")
public class GrantDecision extends Act {
    @Column(name = "proposal_id")
    private UUID proposalId;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    @Column(name = "what")
    private What what;

    @Column(name = "reason")
    private String reason;

    /** What was decided. */
    public enum What {
        /** A second person agreed: it is in force. */
        CONFIRMED,
        /** A second person did not agree. */
        DECLINED,
        /** Whoever proposed it does not want it any more. */
        WITHDRAWN,
        /** A substitution is over before its time. */
        ENDED
    }

    @SuppressWarnings("NullAway.Init")
    protected GrantDecision() {}

    /** @param reason may be empty */
    public GrantDecision(UUID id, GrantProposal proposal, What what, String reason) {
        super(id);
        this.proposalId = proposal.id();
        this.personId = proposal.personId();
        this.what = what;
        this.reason = reason;
    }

    public UUID proposalId() {
        return proposalId;
    }

    public UUID personId() {
        return personId;
    }

    public What what() {
        return what;
    }

    public String reason() {
        return reason;
    }

    @Override
    public ActType type() {
        return ActType.GRANT_DECIDED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("proposalId", proposalId)
                .and("personId", personId)
                .and("what", what)
                .and("reason", reason)
                .map();
    }
}
