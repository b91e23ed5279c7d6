package org.fixtrail.reports.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackFailure;
import org.fixtrail.services.pack.PackMark;
import org.fixtrail.services.pack.PackTransition;
import org.jspecify.annotations.Nullable;

/** Each failure with its facts and every transition of its trail. */
final class TrailSection {
    /** Bookmarks of a PDF are chains; readers and tools follow them by recursion, so that a long one is the end of them. */
    private static final int CHAPTER = 200;

    private TrailSection() {}

    static Section of(PackContent content, Wording wording) {
        List<PackFailure> failures = content.failures();
        Map<String, Object> parameters = Map.of("zone", wording.times().zoneName());
        return new Section(
                "trails",
                "Trails",
                "5  Failure trails",
                parameters,
                () -> IntStream.range(0, failures.size()).boxed().flatMap(number -> lines(failures, number, wording)));
    }

    /**
     * What the template prints once per failure.
     *
     * @param chapter bookmark over this and the next failures; null if this is not the first of them
     * @param level of the failure's own bookmark
     */
    record Facts(
            @Nullable String chapter,
            int level,
            String anchor,
            String id,
            String title,
            String marks,
            String system,
            String severity,
            String category,
            String kind,
            String stage,
            String status,
            String adaptationLag,
            String detectionLag,
            String emerged,
            String detected,
            String deployed,
            String verified,
            String exposure) {}

    /** One transition, with the facts of its failure; a failure without a trail has one line with no leaf. */
    record Line(
            Facts facts,
            @Nullable String leaf,
            @Nullable String stage,
            String marks,
            @Nullable String occurred,
            @Nullable String recorded,
            @Nullable String by,
            @Nullable String details,
            boolean struck) {}

    private static Stream<Line> lines(List<PackFailure> failures, int number, Wording wording) {
        PackFailure failure = failures.get(number);
        Facts facts = facts(failure, chapter(number, failures.size()), failures.size() > CHAPTER ? 3 : 2, wording);
        return failure.trail().isEmpty()
                ? Stream.of(new Line(facts, null, null, "", null, null, null, null, false))
                : failure.trail().stream().map(step -> line(facts, step, wording));
    }

    private static @Nullable String chapter(int number, int failures) {
        return failures > CHAPTER && number % CHAPTER == 0
                ? "Failures " + (number + 1) + " to " + Math.min(number + CHAPTER, failures)
                : null;
    }

    private static Facts facts(PackFailure failure, @Nullable String chapter, int level, Wording wording) {
        return new Facts(
                chapter,
                level,
                RegisterSection.anchor(failure),
                wording.clean(failure.id()),
                wording.clean(failure.title()),
                Wording.marks(failure.marks()),
                RegisterSection.system(failure, wording),
                RegisterSection.severity(failure.severity()),
                failure.category() == null
                        ? DurationText.NONE
                        : failure.category().label(),
                failure.kind() == null ? DurationText.NONE : failure.kind().label(),
                RegisterSection.stage(failure),
                wording.clean(failure.status()),
                DurationText.of(failure.adaptationLag()),
                DurationText.of(failure.detectionLag()),
                wording.times().of(failure.emergedAt()),
                wording.times().of(failure.detectedAt()),
                wording.times().of(failure.deployedAt()),
                wording.times().of(failure.verifiedAt()),
                exposure(failure.exposure()));
    }

    private static String exposure(PackFailure.Exposure exposure) {
        String occurrences =
                Wording.number(exposure.occurrences()) + (exposure.occurrences() == 1 ? " occurrence" : " occurrences");
        Long interactions = exposure.interactions();
        return interactions == null
                ? occurrences + "; interactions not reported"
                : occurrences + " in " + Wording.number(interactions) + " interactions";
    }

    private static Line line(Facts facts, PackTransition step, Wording wording) {
        String stage = step.stage().label() + (step.cycle() > 1 ? " (cycle " + step.cycle() + ")" : "");
        return new Line(
                facts,
                Wording.number(step.ledgerLeaf()),
                stage,
                Wording.marks(step.marks()),
                wording.times().of(step.occurredAt()),
                wording.times().of(step.recordedAt()),
                wording.person(step.recordedBy()),
                step.details().isEmpty()
                        ? null
                        : step.details().stream()
                                .map(detail -> wording.clean(detail.label() + ": " + detail.value()))
                                .collect(Collectors.joining("\n")),
                step.marks().contains(PackMark.SUPERSEDED) || step.marks().contains(PackMark.RETRACTED));
    }
}
