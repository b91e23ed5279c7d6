package org.fixtrail.domain.clock;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Every revision of every target of one organisation. */
public final class TargetBook {
    private final Map<UUID, Target> revisions;
    private final Map<UUID, Target> latest;

    private TargetBook(Map<UUID, Target> revisions, Map<UUID, Target> latest) {
        this.revisions = revisions;
        this.latest = latest;
    }

    /** @param revisions in any order; the ledger's numbers tell which is the latest of a target */
    public static TargetBook of(Collection<Target> revisions) {
        return new TargetBook(
                revisions.stream().collect(toMap(Target::id, Function.identity())),
                revisions.stream()
                        .collect(toMap(
                                Target::targetId,
                                Function.identity(),
                                BinaryOperator.maxBy(Comparator.comparingLong(Target::leaf)))));
    }

    /** The latest revision of each target, the ended ones too. */
    public List<Target> latest() {
        return latest.values().stream()
                .sorted(Comparator.comparing(Target::severity)
                        .reversed()
                        .thenComparing(Target::length)
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
