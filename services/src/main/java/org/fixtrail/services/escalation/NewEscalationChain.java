package org.fixtrail.services.escalation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.escalation.EscalationPlan;
import org.fixtrail.domain.escalation.EscalationPlan.Waits;
import org.fixtrail.domain.failure.FieldProblem;

/** A chain as somebody wants it; hours without an acknowledgement, 0 for at once. */
public record NewEscalationChain(
        int warnedTeamHours,
        int warnedExecutiveHours,
        int missedTeamHours,
        int missedExecutiveHours,
        List<UUID> executives) {

    public NewEscalationChain {
        executives = executives.stream().distinct().toList();
    }

    public static NewEscalationChain of(EscalationPlan plan) {
        return new NewEscalationChain(
                plan.warned().team(),
                plan.warned().executives(),
                plan.missed().team(),
                plan.missed().executives(),
                plan.executives());
    }

    List<FieldProblem> problems() {
        Map<String, Integer> hours = new LinkedHashMap<>();
        hours.put("warnedTeamHours", warnedTeamHours);
        hours.put("warnedExecutiveHours", warnedExecutiveHours);
        hours.put("missedTeamHours", missedTeamHours);
        hours.put("missedExecutiveHours", missedExecutiveHours);
        List<FieldProblem> problems = new ArrayList<>();
        hours.forEach((field, given) -> {
            if (given < 0 || given > EscalationPlan.LONGEST_HOURS) {
                problems.add(new FieldProblem(field, "must be from 0 to " + EscalationPlan.LONGEST_HOURS));
            }
        });
        if (executives.size() > EscalationPlan.MOST_EXECUTIVES) {
            problems.add(new FieldProblem("executives", "must be " + EscalationPlan.MOST_EXECUTIVES + " at most"));
        }
        return problems;
    }

    EscalationPlan plan() {
        return new EscalationPlan(
                new Waits(warnedTeamHours, warnedExecutiveHours),
                new Waits(missedTeamHours, missedExecutiveHours),
                executives);
    }
}
