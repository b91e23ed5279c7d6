package org.fixtrail.domain.obligation;

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

/**
 * What somebody answered about a failure, an AI system or the organisation, from this entry on. A sheet holds all answers of
 * its level and takes the place of the one before it. One that takes a clock away, or moves its end later, waits for a second
 * person.
 */
@Entity
@Table(name = "fact_sheet")
public class FactSheet extends Act implements Proposal {
    @Enumerated(EnumType.STRING)
    @Column(name = "level")
    private Fact.Level level;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "failure_id")
    private @Nullable UUID failureId;

    @Column(name = "cycle")
    private int cycle;

    @Column(name = "facts")
    private String facts;

    @Column(name = "reason")
    private String reason;

    @Column(name = "waits")
    private boolean waits;

    @SuppressWarnings("NullAway.Init")
    protected FactSheet() {}

    private FactSheet(
            UUID id,
            Fact.Level level,
            @Nullable UUID systemId,
            @Nullable UUID failureId,
            int cycle,
            Facts facts,
            String reason,
            boolean waits) {
        super(id);
        this.level = level;
        this.systemId = systemId;
        this.failureId = failureId;
        this.cycle = cycle;
        this.facts = facts.text();
        this.reason = reason;
        this.waits = waits;
    }

    public static FactSheet ofOrganisation(UUID id, Facts facts, String reason, boolean waits) {
        return new FactSheet(id, Fact.Level.ORGANISATION, null, null, 0, facts, reason, waits);
    }

    public static FactSheet ofSystem(UUID id, UUID systemId, Facts facts, String reason, boolean waits) {
        return new FactSheet(id, Fact.Level.SYSTEM, systemId, null, 0, facts, reason, waits);
    }

    /** @param cycle of the failure: a recurrence is judged on its own */
    public static FactSheet ofFailure(
            UUID id, UUID systemId, UUID failureId, int cycle, Facts facts, String reason, boolean waits) {
        return new FactSheet(id, Fact.Level.FAILURE, systemId, failureId, cycle, facts, reason, waits);
    }

    public Fact.Level level() {
        return level;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    @Override
    public @Nullable UUID failureId() {
        return failureId;
    }

    /** Of the failure; 0 for the sheet of an AI system or organisation. */
    public int cycle() {
        return cycle;
    }

    public Facts facts() {
        return Facts.parse(facts);
    }

    public String reason() {
        return reason;
    }

    /** Whether it holds only once a second person has confirmed it. */
    public boolean waits() {
        return waits;
    }

    @Override
    public boolean needsSecondPerson() {
        return waits;
    }

    @Override
    public ActType type() {
        return ActType.FACTS_STATED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("level", level)
                .and("systemId", systemId)
                .and("failureId", failureId)
                .and("cycle", cycle)
                .and("facts", facts)
                .and("reason", reason)
                .and("waits", waits)
                .map();
    }
}
