package org.fixtrail.services.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.figure.FigureScope;
import org.fixtrail.domain.figure.Figures;
import org.fixtrail.domain.organisation.Organisation;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.lag.KnownTimelines;
import org.fixtrail.services.lag.LagPopulations;

/** Computes the figures of a period: the same as-of and known-at always give the same figures. */
@ApplicationScoped
@Transactional
public class MeasureFigures {
    private final EntityManager em;
    private final LagPopulations populations;
    private final FigureRows rows;
    private final Clock clock;

    @Inject
    MeasureFigures(EntityManager em, LagPopulations populations, FigureRows rows, Clock clock) {
        this.em = em;
        this.populations = populations;
        this.rows = rows;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected MeasureFigures() {
        this(null, null, null, null);
    }

    @Requires(Permission.VIEW_RECORD)
    public Outcome<Figures> measure(FigureQuery query) {
        List<FieldProblem> problems = query.problems(Instant.now(clock));
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        KnownTimelines known = populations.timelines(query.failures());
        FigureScope scope =
                new FigureScope(query.from(), query.to(), query.systemId(), known.asOf(), known.knownAt(), zone());
        return Outcome.done(Figures.of(scope, rows.failures(known), rows.clocks(scope), rows.targets(known.knownAt())));
    }

    private ZoneId zone() {
        Organisation organisation =
                em.find(Organisation.class, CallerContext.get().organisationId());
        if (organisation == null) {
            throw new NotFound("organisation");
        }
        return ZoneId.of(organisation.zone());
    }
}
