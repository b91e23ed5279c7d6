package org.fixtrail.domain.escalation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.escalation.EscalationPlan.Waits;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** The organisation's {@link EscalationPlan} from this entry on; the last one holds. */
@Entity
@Table(name = "escalation_chain")
public class EscalationChain extends Act {
    @Column(name = "warned_team_hours")
    private int warnedTeamHours;

    @Column(name = "warned_executive_hours")
    private int warnedExecutiveHours;

    @Column(name = "missed_team_hours")
    private int missedTeamHours;

    @Column(name = "missed_executive_hours")
    private int missedExecutiveHours;

    /** Ids of persons, parted by commas. */
    @Column(name = "executives")
    private String executives;

    @SuppressWarnings("NullAway.Init")
    protected EscalationChain() {}

    public EscalationChain(UUID id, EscalationPlan plan) {
        super(id);
        this.warnedTeamHours = plan.warned().team();
        this.warnedExecutiveHours = plan.warned().executives();
        this.missedTeamHours = plan.missed().team();
        this.missedExecutiveHours = plan.missed().executives();
        this.executives = plan.executives().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    public EscalationPlan plan() {
        List<UUID> chosen = executives.isEmpty()
                ? List.of()
                : Arrays.stream(executives.split(",", -1)).map(UUID::fromString).toList();
        return new EscalationPlan(
                new Waits(warnedTeamHours, warnedExecutiveHours),
                new Waits(missedTeamHours, missedExecutiveHours),
                chosen);
    }

    @Override
    public ActType type() {
        return ActType.ESCALATION_SET;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("warnedTeamHours", warnedTeamHours)
                .and("warnedExecutiveHours", warnedExecutiveHours)
                .and("missedTeamHours", missedTeamHours)
                .and("missedExecutiveHours", missedExecutiveHours)
                .and("executives", executives)
                .map();
    }
}
