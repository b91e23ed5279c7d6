package org.fixtrail.domain.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How often one actor was refused one thing within one minute. */
@Entity
@Table(name = "refusal")
public class Refusal extends Act {
    @Column(name = "minute")
    private Instant minute;

    @Column(name = "refused_actor")
    private String refusedActor;

    @Column(name = "use_case")
    private String useCase;

    @Column(name = "rule")
    private String rule;

    @Column(name = "times")
    private long times;

    @SuppressWarnings("NullAway.Init")
    protected Refusal() {}

    public Refusal(UUID id, Instant minute, String refusedActor, String useCase, String rule, long times) {
        super(id);
        this.minute = minute;
        this.refusedActor = refusedActor;
        this.useCase = useCase;
        this.rule = rule;
        this.times = times;
    }

    public Instant minute() {
        return minute;
    }

    public String refusedActor() {
        return refusedActor;
    }

    public String useCase() {
        return useCase;
    }

    public String rule() {
        return rule;
    }

    public long times() {
        return times;
    }

    @Override
    public ActType type() {
        return ActType.REFUSED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("minute", minute)
                .and("refusedActor", refusedActor)
                .and("useCase", useCase)
                .and("rule", rule)
                .and("times", times)
                .map();
    }
}
