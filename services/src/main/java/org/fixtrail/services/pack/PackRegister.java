package org.fixtrail.services.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.StageField;
import org.fixtrail.domain.failure.StageFields;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.lag.Exposure;
import org.fixtrail.domain.lag.Lag;
import org.fixtrail.domain.lag.Outcome;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.lag.Traffic;
import org.fixtrail.domain.system.AiSystem;
import org.jspecify.annotations.Nullable;

/** The failure register of a pack: each failure with its trail. */
record PackRegister(
        Map<UUID, AiSystem> systems, PackNames names, Map<UUID, Exposure> exposures, Instant asOf, boolean demo) {
    private static final String INVENTED = "Invented";

    List<PackFailure> failures(List<PackCase> cases) {
        return cases.stream().map(this::failure).toList();
    }

    private PackFailure failure(PackCase one) {
        FailureRevision said = one.revision();
        AiSystem system = systems.get(said.systemId());
        return new PackFailure(
                new FailureId(said.failureId()).toString(),
                said.title(),
                system == null ? "" : system.name(),
                said.affectedVersion(),
                said.severity(),
                said.category(),
                said.kind(),
                one.timeline().stage(one.cycle()).orElse(Stage.EMERGED),
                one.cycle(),
                status(one).label(),
                marks(one),
                one.at(Stage.EMERGED),
                one.at(Stage.DETECTED),
                one.at(Stage.DEPLOYED),
                one.at(Stage.VERIFIED),
                lag(one, StagePair.ADAPTATION),
                lag(one, StagePair.DETECTION),
                exposure(exposures.get(said.failureId())),
                trail(one));
    }

    private static PackFailure.Exposure exposure(@Nullable Exposure found) {
        if (found == null) {
            return new PackFailure.Exposure(0, null);
        }
        Long interactions = found.traffic() instanceof Traffic.Estimated known ? known.interactions() : null;
        return new PackFailure.Exposure(found.occurrences(), interactions);
    }

    private static FailureStatus status(PackCase one) {
        return one.timeline()
                .ending()
                .map(ending -> FailureStatus.valueOf(ending.stage().name()))
                .orElse(one.at(Stage.VERIFIED) == null ? FailureStatus.OPEN : FailureStatus.VERIFIED);
    }

    private static Set<PackMark> marks(PackCase one) {
        Set<PackMark> marks = EnumSet.noneOf(PackMark.class);
        if (one.revision().imported()) {
            marks.add(PackMark.IMPORTED);
        }
        if (PackFigures.isContradictory(one)) {
            marks.add(PackMark.CONTRADICTORY);
        }
        return marks;
    }

    private @Nullable Duration lag(PackCase one, StagePair pair) {
        return Lag.measure(one.line(), pair, asOf)
                .filter(lag -> lag.outcome() == Outcome.REACHED)
                .map(Lag::length)
                .orElse(null);
    }

    private List<PackTransition> trail(PackCase one) {
        Map<UUID, PackMark> replaced = new HashMap<>();
        for (Transition later : one.trail()) {
            UUID earlier = later.supersedes();
            if (earlier != null) {
                replaced.put(earlier, later.retraction() ? PackMark.RETRACTED : PackMark.SUPERSEDED);
            }
        }
        return one.trail().stream()
                .map(step -> transition(step, replaced.get(step.id())))
                .toList();
    }

    private PackTransition transition(Transition step, @Nullable PackMark replaced) {
        Set<PackMark> marks = EnumSet.noneOf(PackMark.class);
        if (replaced != null) {
            marks.add(replaced);
        }
        if (step.imported()) {
            marks.add(PackMark.IMPORTED);
        }
        if (demo && isInvented(step)) {
            marks.add(PackMark.INVENTED);
        }
        return new PackTransition(
                step.stage(),
                step.cycle(),
                step.occurredAt(),
                step.recordedAt(),
                names.of(step.actor()),
                details(step),
                marks,
                step.leaf());
    }

    /** Not every stage has a note, so any text that begins so counts. */
    private static boolean isInvented(Transition step) {
        return step.details().values().values().stream()
                .anyMatch(value -> value instanceof String text && text.startsWith(INVENTED));
    }

    private static List<PackTransition.Detail> details(Transition step) {
        List<PackTransition.Detail> lines = new ArrayList<>();
        if (step.retraction()) {
            lines.add(new PackTransition.Detail("Taken back", "an earlier transition of this stage"));
        }
        if (step.proposal()) {
            lines.add(new PackTransition.Detail("Proposal", "waits for a second person's confirmation"));
        }
        Map<String, Object> rest = new TreeMap<>(step.details().values());
        for (StageField field : StageFields.onRecord(step.stage())) {
            if (rest.remove(field.name()) != null) {
                lines.add(new PackTransition.Detail(field.label(), text(field, step.details())));
            }
        }
        rest.forEach((name, value) -> lines.add(new PackTransition.Detail(name, String.valueOf(value))));
        String lateReason = step.lateReason();
        if (lateReason != null) {
            lines.add(new PackTransition.Detail(step.retraction() ? "Reason" : "Entered late because", lateReason));
        }
        return lines;
    }

    private static String text(StageField field, StageDetails details) {
        return switch (field.kind()) {
            case THRESHOLDS ->
                details.thresholds().stream().map(Object::toString).collect(Collectors.joining("; "));
            case RESULTS -> details.results().stream().map(Object::toString).collect(Collectors.joining("; "));
            case NAMES -> String.join(", ", details.names(field.name()));
            default -> details.text(field.name()).orElse("");
        };
    }
}
