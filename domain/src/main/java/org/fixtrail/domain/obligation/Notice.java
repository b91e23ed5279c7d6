package org.fixtrail.domain.obligation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Somebody along the supply chain was told of a failure, as Articles 20 and 26(5) of the AI Act ask; or, with
 * {@link #retracts}, an entry of that is taken back. Reports that answer clocks are submissions instead.
 */
@Entity
@Table(name = "notice")
public class Notice extends Act {
    @Column(name = "failure_id")
    private UUID failureId;

    @Column(name = "system_id")
    private UUID systemId;

    @Column(name = "rule_id")
    private String ruleId;

    @Enumerated(EnumType.STRING)
    @Column(name = "recipient")
    private Recipient recipient;

    @Column(name = "name")
    private String name;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "reference")
    private String reference;

    @Column(name = "note")
    private String note;

    @Column(name = "retracts")
    private @Nullable UUID retracts;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    /**
     * @param ruleId the rule that asks for it; empty where none does
     * @param recipient what they are to the AI system
     * @param name who was told
     * @param sentAt when
     * @param reference of the letter or mail; may be empty
     * @param note what more is to be said; the reason, where it is taken back
     */
    public Notice(
            UUID id,
            UUID failureId,
            UUID systemId,
            String ruleId,
            Recipient recipient,
            String name,
            Instant sentAt,
            String reference,
            String note,
            @Nullable UUID retracts) {
        super(id);
        this.failureId = failureId;
        this.systemId = systemId;
        this.ruleId = ruleId;
        this.recipient = recipient;
        this.name = name;
        this.sentAt = Moments.toMicros(sentAt);
        this.reference = reference;
        this.note = note;
        this.retracts = retracts;
    }

    @Override
    public UUID failureId() {
        return failureId;
    }

    @Override
    public UUID systemId() {
        return systemId;
    }

    /** The rule that asks for it; empty where none does. */
    public String ruleId() {
        return ruleId;
    }

    public Recipient recipient() {
        return recipient;
    }

    public String name() {
        return name;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public String reference() {
        return reference;
    }

    public String note() {
        return note;
    }

    /** The notice that this one takes back, or null. */
    public @Nullable UUID retracts() {
        return retracts;
    }

    @Override
    public ActType type() {
        return ActType.NOTICE_GIVEN;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("failureId", failureId)
                .and("systemId", systemId)
                .and("ruleId", ruleId)
                .and("recipient", recipient)
                .and("name", name)
                .and("sentAt", sentAt)
                .and("reference", reference)
                .and("note", note)
                .and("retracts", retracts)
                .map();
    }
}
