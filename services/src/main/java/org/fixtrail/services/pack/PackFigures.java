package org.fixtrail.services.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.lag.Bottleneck;
import org.fixtrail.domain.lag.Cycles;
import org.fixtrail.domain.lag.KaplanMeier;
import org.fixtrail.domain.lag.Lag;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.Quantile;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.system.AiSystem;

/** The counts and lag figures of a pack, by the same engine that answers the API. */
final class PackFigures {
    private static final List<StagePair> PAIRS = List.of(
            StagePair.ADAPTATION,
            StagePair.CONTAINMENT,
            StagePair.VERIFICATION,
            new StagePair(Stage.DETECTED, Stage.ANALYSED),
            new StagePair(Stage.ANALYSED, Stage.DEPLOYED));

    private PackFigures() {}

    static PackSummary summary(List<PackCase> cases, Instant asOf) {
        List<PackCase> counted = cases.stream()
                .filter(one -> !endedAs(one, Stage.DISMISSED) && !endedAs(one, Stage.MERGED))
                .toList();
        return new PackSummary(
                counted.size(),
                count(counted, one -> one.timeline().ending().isEmpty() && one.at(Stage.VERIFIED) == null),
                count(counted, one -> one.timeline().ending().isEmpty() && one.at(Stage.VERIFIED) != null),
                count(counted, one -> endedAs(one, Stage.RISK_ACCEPTED)),
                count(counted, one -> endedAs(one, Stage.RETIRED)),
                count(cases, one -> endedAs(one, Stage.DISMISSED)),
                count(cases, one -> endedAs(one, Stage.MERGED)),
                count(counted, one -> one.revision().imported()),
                count(counted, PackFigures::isContradictory),
                count(
                        counted,
                        one -> Lag.measure(one.firstLine(), StagePair.ADAPTATION, asOf)
                                .filter(Lag::isZero)
                                .isPresent()));
    }

    static PackLag lag(List<PackCase> cases, Map<UUID, AiSystem> scope, Instant asOf) {
        List<LagRow> rows = new ArrayList<>();
        for (StagePair pair : PAIRS) {
            rows.add(row(LagRow.Group.OVERALL, "All", figure(cases, pair, asOf)));
            if (scope.size() > 1) {
                scope.values()
                        .forEach(system -> rows.add(row(
                                LagRow.Group.AI_SYSTEM, system.name(), figure(ofSystem(cases, system), pair, asOf))));
            }
            severities()
                    .forEach(severity -> rows.add(row(
                            LagRow.Group.SEVERITY, severity.label(), figure(ofSeverity(cases, severity), pair, asOf))));
        }
        List<LagCurve> curves = scope.values().stream()
                .map(system -> curve(system.name(), figure(ofSystem(cases, system), StagePair.ADAPTATION, asOf)))
                .filter(curve -> curve.population() > 0)
                .toList();
        Bottleneck bottleneck =
                Bottleneck.of(cases.stream().map(PackCase::firstLine).toList(), asOf, Cycles.FIRST);
        return new PackLag(
                rows,
                curves,
                bottleneck
                        .stage()
                        .map(stage -> new PackLag.Bottleneck(stage, bottleneck.share(stage)))
                        .orElse(null));
    }

    static boolean isContradictory(PackCase one) {
        return !one.revision().contradictions().isEmpty() || one.timeline().contradictory(one.cycle());
    }

    private static LagFigure figure(List<PackCase> cases, StagePair pair, Instant asOf) {
        return LagFigure.of(
                cases.stream().map(PackCase::firstLine).toList(), pair, asOf, Cycles.FIRST, KaplanMeier.Z_95);
    }

    private static LagRow row(LagRow.Group group, String label, LagFigure figure) {
        return new LagRow(
                group,
                label,
                figure.pair().from(),
                figure.pair().to(),
                figure.counts().population(),
                figure.counts().censored(),
                quantile(figure.p50()),
                quantile(figure.p75()),
                quantile(figure.p90()),
                figure.naiveMean().orElse(null),
                figure.counts().zero(),
                figure.atLastEvent().orElse(null));
    }

    private static LagRow.Quantile quantile(Quantile quantile) {
        return new LagRow.Quantile(
                quantile.estimate().orElse(null),
                quantile.lower().orElse(null),
                quantile.upper().orElse(null));
    }

    private static LagCurve curve(String label, LagFigure figure) {
        return PackCurves.curve(label, figure);
    }

    private static List<PackCase> ofSystem(List<PackCase> cases, AiSystem system) {
        return cases.stream()
                .filter(one -> one.revision().systemId().equals(system.id()))
                .toList();
    }

    private static List<PackCase> ofSeverity(List<PackCase> cases, Severity severity) {
        return cases.stream()
                .filter(one -> one.revision().severity() == severity)
                .toList();
    }

    private static List<Severity> severities() {
        List<Severity> worstFirst = new ArrayList<>(Arrays.asList(Severity.values()));
        Collections.reverse(worstFirst);
        return worstFirst;
    }

    private static boolean endedAs(PackCase one, Stage stage) {
        Optional<TransitionFact> ending = one.timeline().ending();
        return ending.isPresent() && ending.get().stage() == stage;
    }

    private static long count(List<PackCase> cases, Predicate<PackCase> test) {
        return cases.stream().filter(test).count();
    }
}
