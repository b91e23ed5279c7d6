package org.fixtrail.services.obligation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.clock.ClockKey;
import org.fixtrail.domain.clock.LegalCase;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.Waiver;
import org.fixtrail.domain.obligation.WaiverHistory;
import org.fixtrail.services.ledger.Ledger;

/**
 * Gathers what decides which clocks of rules run on failures, inside a use case's transaction; what it has handed over itself
 * counts.
 */
@ApplicationScoped
public class LegalCases {
    private final EntityManager em;
    private final Ledger ledger;
    private final Countersigned countersigned;

    @Inject
    LegalCases(EntityManager em, Ledger ledger, Countersigned countersigned) {
        this.em = em;
        this.ledger = ledger;
        this.countersigned = countersigned;
    }

    @SuppressWarnings("NullAway")
    protected LegalCases() {
        this(null, null, null);
    }

    /** What is on record of some failures, each of which nobody else changes meanwhile. */
    public final class Records {
        private final Map<UUID, List<FactSheet>> sheets;
        private final Map<UUID, List<Submission>> submissions;
        private final Map<UUID, List<Waiver>> waivers;
        private final Map<UUID, Countersignature> signatures;

        private Records(Collection<UUID> failureIds) {
            sheets = byFailure(FactSheet.class, failureIds);
            submissions = sheets.isEmpty() ? Map.of() : byFailure(Submission.class, sheets.keySet());
            waivers = sheets.isEmpty() ? Map.of() : byFailure(Waiver.class, sheets.keySet());
            signatures = countersigned.of(Stream.concat(
                            sheets.values().stream().flatMap(List::stream).filter(FactSheet::waits),
                            waivers.values().stream().flatMap(List::stream))
                    .map(Act.class::cast)
                    .toList());
        }

        /** Whether anybody has answered the questions on the failure. */
        public boolean isTriaged(UUID failureId) {
            return sheets.containsKey(failureId);
        }

        /** @param clocks the failure's, on which reports were made */
        public LegalCase of(UUID failureId, Severity severity, Timeline timeline, Collection<RunningClock> clocks) {
            return new LegalCase(timeline, severity, demands(failureId), reports(failureId, clocks), waived(failureId));
        }

        /** The answers to a failure's questions that hold, by cycle. */
        public Map<Integer, FactSheet> inForce(UUID failureId) {
            Map<Integer, FactSheet> inForce = new HashMap<>();
            for (FactSheet sheet : sheets.getOrDefault(failureId, List.of())) {
                if (!sheet.waits() || isConfirmed(sheet)) {
                    inForce.put(sheet.cycle(), sheet);
                }
            }
            return inForce;
        }

        /** All sheets of a failure, the earliest first. */
        public List<FactSheet> sheets(UUID failureId) {
            return sheets.getOrDefault(failureId, List.of());
        }

        /** What second persons said, by the sheet or waiver that it is about. */
        public Map<UUID, Countersignature> signatures() {
            return signatures;
        }

        /** All reports, those taken back and those that take back, too; the earliest entry first. */
        public List<Submission> submissions(UUID failureId) {
            return submissions.getOrDefault(failureId, List.of());
        }

        /** Those of the sheets after the one in force that wait for a second person. */
        public List<FactSheet> waiting(UUID failureId, int cycle) {
            FactSheet inForce = inForce(failureId).get(cycle);
            return sheets(failureId).stream()
                    .filter(sheet -> sheet.cycle() == cycle && sheet.waits() && !signatures.containsKey(sheet.id()))
                    .filter(sheet -> inForce == null || order(sheet) > order(inForce))
                    .toList();
        }

        /** What this use case hands over comes after all else. */
        private static long order(FactSheet sheet) {
            return sheet.leaf() < 0 ? Long.MAX_VALUE : sheet.leaf();
        }

        private Map<Integer, List<LegalCase.Demand>> demands(UUID failureId) {
            Map<Integer, List<LegalCase.Demand>> demands = new HashMap<>();
            for (FactSheet sheet : sheets.getOrDefault(failureId, List.of())) {
                List<LegalCase.Demand> ofCycle = demands.computeIfAbsent(sheet.cycle(), cycle -> new ArrayList<>());
                if (!sheet.waits() || isConfirmed(sheet)) {
                    ofCycle.clear();
                }
                if (!sheet.waits() || isConfirmed(sheet) || !signatures.containsKey(sheet.id())) {
                    ofCycle.add(new LegalCase.Demand(sheet.id(), sheet.facts()));
                }
            }
            return demands;
        }

        private boolean isConfirmed(Act act) {
            Countersignature signature = signatures.get(act.id());
            return signature != null && signature.confirmed();
        }

        private List<LegalCase.Report> reports(UUID failureId, Collection<RunningClock> clocks) {
            Map<UUID, ClockKey> keys = clocks.stream().collect(Collectors.toMap(RunningClock::id, RunningClock::key));
            List<Submission> all = submissions.getOrDefault(failureId, List.of());
            Set<UUID> retracted = all.stream()
                    .map(Submission::retracts)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return all.stream()
                    .filter(report -> report.retracts() == null && !retracted.contains(report.id()))
                    .map(report -> new LegalCase.Report(
                            report.id(),
                            Objects.requireNonNull(keys.get(report.clockId())),
                            report.kind(),
                            report.submittedAt()))
                    .sorted(Comparator.comparing(LegalCase.Report::at))
                    .toList();
        }

        /** Where the calls stand that single clocks of a failure are not applicable, by the clock. */
        public Map<UUID, WaiverHistory> waiverHistories(UUID failureId) {
            return waivers.getOrDefault(failureId, List.of()).stream()
                    .collect(groupingBy(
                            waiver -> Objects.requireNonNull(waiver.clockId()),
                            collectingAndThen(toList(), of -> new WaiverHistory(of, signatures))));
        }

        private Set<UUID> waived(UUID failureId) {
            return waiverHistories(failureId).entrySet().stream()
                    .filter(clock -> clock.getValue().inForce())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    /** What second persons said of acts; nothing for those that wait. */
    public Map<UUID, Countersignature> signatures(Collection<? extends Act> subjects) {
        return countersigned.of(subjects);
    }

    public Records of(Collection<UUID> failureIds) {
        return new Records(failureIds);
    }

    private <A extends Act> Map<UUID, List<A>> byFailure(Class<A> type, Collection<UUID> failureIds) {
        if (failureIds.isEmpty()) {
            return Map.of();
        }
        List<A> stored = em.createQuery(
                        "select a from " + type.getSimpleName() + " a where a.failureId in :failures order by a.leaf",
                        type)
                .setParameter("failures", failureIds)
                .getResultList();
        return Stream.concat(stored.stream(), ledger.handedOver(type).stream())
                .filter(act -> act.failureId() != null && failureIds.contains(act.failureId()))
                .collect(groupingBy(act -> Objects.requireNonNull(act.failureId())));
    }
}
