package org.fixtrail.services.lag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.lag.Exposure;
import org.fixtrail.domain.lag.FailureLine;
import org.fixtrail.domain.lag.Lag;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.failure.FailureLines;
import org.fixtrail.services.failure.FailureView;

/** How many occurrences, and interactions where known, fell inside the lags of a failure. */
@ApplicationScoped
@Transactional
public class FailureExposure {
    private static final List<StagePair> PAIRS =
            List.of(StagePair.DETECTION, StagePair.CONTAINMENT, StagePair.ADAPTATION);

    private final Exposures exposures;
    private final Clock clock;

    @Inject
    public FailureExposure(Exposures exposures, Clock clock) {
        this.exposures = exposures;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected FailureExposure() {
        this(null, null);
    }

    /** Exposure of a failure's current cycle during each lag that has begun. */
    @Requires(Permission.VIEW_RECORD)
    public Map<StagePair, Exposure> of(FailureView view) {
        Failure failure = view.failure();
        FailureLine line =
                FailureLines.line(failure.id(), Math.max(1, view.timeline().cycle()), view.timeline());
        List<Lag> lags = PAIRS.stream()
                .map(pair -> Lag.measure(line, pair, Instant.now(clock)))
                .flatMap(Optional::stream)
                .filter(lag -> lag.end().isAfter(lag.start()))
                .toList();
        List<Exposure> found = exposures.within(
                lags.stream()
                        .map(lag -> new Exposures.Span(failure.id(), failure.systemId(), lag.start(), lag.end()))
                        .toList(),
                Long.MAX_VALUE);
        Map<StagePair, Exposure> byPair = new LinkedHashMap<>();
        for (int i = 0; i < lags.size(); i++) {
            byPair.put(lags.get(i).pair(), found.get(i));
        }
        return byPair;
    }
}
