package org.fixtrail.services.lag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.lag.Bottleneck;
import org.fixtrail.domain.lag.CohortLength;
import org.fixtrail.domain.lag.DetectionCohorts;
import org.fixtrail.domain.lag.KaplanMeier;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.lag.Trend;
import org.fixtrail.services.access.Requires;

/** Measures lag over populations. */
@ApplicationScoped
@Transactional
public class MeasureLag {
    private final LagPopulations populations;

    @Inject
    public MeasureLag(LagPopulations populations) {
        this.populations = populations;
    }

    @SuppressWarnings("NullAway")
    protected MeasureLag() {
        this(null);
    }

    @Requires(Permission.VIEW_RECORD)
    public LagAnswer measure(LagQuery query) {
        return answer(query, populations.read(query));
    }

    /** Beside the answer, adaptation lag by month or quarter of detection, over the same population. */
    @Requires(Permission.VIEW_RECORD)
    public LagWithTrend measureWithTrend(LagQuery query, CohortLength length, ZoneId zone) {
        LagPopulation population = populations.read(query);
        return new LagWithTrend(
                answer(query, population),
                Trend.of(population.lines(), population.asOf(), length, zone, query.cycles(), KaplanMeier.Z_95));
    }

    private static LagAnswer answer(LagQuery query, LagPopulation population) {
        List<LagFigure> figures = query.pairs().stream()
                .filter(pair -> !pair.isRightTruncated())
                .map(pair ->
                        LagFigure.of(population.lines(), pair, population.asOf(), query.cycles(), KaplanMeier.Z_95))
                .toList();
        Optional<DetectionCohorts> detection = query.pairs().stream()
                .filter(StagePair::isRightTruncated)
                .findFirst()
                .map(pair -> DetectionCohorts.of(
                        population.lines(), population.asOf(), CohortLength.QUARTER, query.cycles()));
        return new LagAnswer(
                population.asOf(),
                population.knownAt(),
                figures,
                detection,
                Bottleneck.of(population.lines(), population.asOf(), query.cycles()));
    }
}
