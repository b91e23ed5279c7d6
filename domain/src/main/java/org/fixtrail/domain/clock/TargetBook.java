package org.fixtrail.domain.clock;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Every revision of every target of one organisation, of its working time, and when its clocks warn. */
public final class TargetBook {
    private final Map<UUID, Target> revisions;
    private final Map<UUID, Target> latest;
    private final List<HeldTime> workingTimes;
    private final WarningPlan warnings;

    private TargetBook(
            Map<UUID, Target> revisions, Map<UUID, Target> latest, List<HeldTime> workingTimes, WarningPlan warnings) {
        this.revisions = revisions;
        this.latest = latest;
        this.workingTimes = workingTimes;
        this.warnings = warnings;
    }

    /**
     * @param revisions in any order; the ledger's numbers tell which is the latest of a target
     * @param workingTimes of the organisation, the latest last
     * @param warnings those of today
     */
    public static TargetBook of(Collection<Target> revisions, List<HeldTime> workingTimes, WarningPlan warnings) {
        return new TargetBook(
                revisions.stream().collect(toMap(Target::id, Function.identity())),
                revisions.stream()
                        .collect(toMap(
                                Target::targetId,
                                Function.identity(),
                                BinaryOperator.maxBy(Comparator.comparingLong(Target::leaf)))),
                List.copyOf(workingTimes),
                warnings);
    }

    /** The same with one more revision, which the ledger need not have numbered yet. */
    public TargetBook with(Target revision) {
        Map<UUID, Target> all = new HashMap<>(revisions);
        all.put(revision.id(), revision);
        Map<UUID, Target> last = new HashMap<>(latest);
        last.put(revision.targetId(), revision);
        return new TargetBook(all, last, workingTimes, warnings);
    }

    /** The same with another working time. */
    public TargetBook with(HeldTime time) {
        List<HeldTime> all = new ArrayList<>(workingTimes);
        all.add(time);
        return new TargetBook(revisions, latest, List.copyOf(all), warnings);
    }

    /** When clocks warn, those of rules too. */
    public WarningPlan warnings() {
        return warnings;
    }

    /** The working time of today; empty if nobody stated one. */
    public Optional<HeldTime> workingTime() {
        return workingTimes.isEmpty() ? Optional.empty() : Optional.of(workingTimes.get(workingTimes.size() - 1));
    }

    /** The working time as one revision stated it. */
    Optional<HeldTime> workingTime(UUID row) {
        return workingTimes.stream().filter(time -> time.row().equals(row)).findFirst();
    }

    /** Those in force that ask something of the failures of an AI system. */
    List<Target> inForce(UUID systemId) {
        return inForce().stream()
                .filter(target -> target.systemId() == null || systemId.equals(target.systemId()))
                .toList();
    }

    /** The latest revision of each target, the ended ones too. */
    public List<Target> latest() {
        return latest.values().stream()
                .sorted(Comparator.comparing(Target::severity)
                        .reversed()
                        .thenComparing(target -> target.terms().length(Duration.ofDays(1)))
                        .thenComparing(Target::targetId))
                .toList();
    }

    /** The latest revision of each target that has not ended. */
    public List<Target> inForce() {
        return latest().stream().filter(target -> !target.ended()).toList();
    }

    public Optional<Target> latest(UUID targetId) {
        return Optional.ofNullable(latest.get(targetId));
    }

    /** @param row id of one revision */
    public Optional<Target> revision(UUID row) {
        return Optional.ofNullable(revisions.get(row));
    }

    public boolean isEmpty() {
        return revisions.isEmpty();
    }
}
