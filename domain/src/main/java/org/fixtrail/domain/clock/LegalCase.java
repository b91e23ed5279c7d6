package org.fixtrail.domain.clock;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.jspecify.annotations.Nullable;

/**
 * All that decides which clocks of rules run on one failure.
 *
 * @param severity the failure's, now
 * @param demands what is known of each cycle: the answers in force, and beside them those that wait for a second person, so that
 *     what they ask for runs already and what they would take away runs on
 * @param reports that went out and were not taken back, in the order of their time
 * @param waivedClocks those that two people have called not applicable
 */
public record LegalCase(
        Timeline timeline,
        Severity severity,
        Map<Integer, List<Demand>> demands,
        List<Report> reports,
        Set<UUID> waivedClocks) {
    public LegalCase {
        demands = Map.copyOf(demands);
        reports = List.copyOf(reports);
        waivedClocks = Set.copyOf(waivedClocks);
    }

    /**
     * Facts, with those of AI system and organisation beneath.
     *
     * @param row the sheet of answers that they come from
     */
    public record Demand(UUID row, Facts facts) {}

    /**
     * A report to the addressee of a clock.
     *
     * @param row the submission
     * @param clock the clock that it was made on
     */
    public record Report(UUID row, ClockKey clock, ReportKind kind, Instant at) {}

    /** The same case, if this were all that is known of a cycle. */
    public LegalCase with(int cycle, Demand only) {
        Map<Integer, List<Demand>> other = new HashMap<>(demands);
        other.put(cycle, List.of(only));
        return new LegalCase(timeline, severity, other, reports, waivedClocks);
    }

    /** The reports of a cycle to one place on the clocks of these groups. */
    List<Report> reports(int cycle, Set<String> groups, @Nullable Jurisdiction place) {
        return reports.stream()
                .filter(report -> report.clock().cycle() == cycle
                        && report.clock().place() == place
                        && groups.contains(String.valueOf(report.clock().group())))
                .toList();
    }
}
