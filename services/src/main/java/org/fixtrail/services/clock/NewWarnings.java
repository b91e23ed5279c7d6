package org.fixtrail.services.clock;

import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.clock.WarningPlan;
import org.fixtrail.domain.failure.FieldProblem;

/**
 * When somebody wants clocks to warn.
 *
 * @param shares of the period, in percent
 * @param hoursBefore the strict end
 */
public record NewWarnings(List<Integer> shares, List<Integer> hoursBefore) {
    public NewWarnings {
        shares = List.copyOf(shares);
        hoursBefore = List.copyOf(hoursBefore);
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        boolean wrongShares = shares.stream().anyMatch(share -> share < 1 || share > WarningPlan.LAST_SHARE);
        if (wrongShares || shares.isEmpty() || shares.size() > WarningPlan.MOST) {
            problems.add(new FieldProblem(
                    "shares",
                    "must be 1 to " + WarningPlan.MOST + " whole numbers from 1 to " + WarningPlan.LAST_SHARE));
        }
        boolean wrongHours = hoursBefore.stream().anyMatch(hours -> hours < 1 || hours > WarningPlan.MOST_HOURS);
        if (wrongHours || hoursBefore.size() > WarningPlan.MOST) {
            problems.add(new FieldProblem(
                    "hoursBefore",
                    "must be at most " + WarningPlan.MOST + " whole numbers from 1 to " + WarningPlan.MOST_HOURS));
        }
        return problems;
    }

    WarningPlan plan() {
        return new WarningPlan(shares, hoursBefore);
    }
}
