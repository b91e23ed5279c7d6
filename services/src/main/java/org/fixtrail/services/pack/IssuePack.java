package org.fixtrail.services.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobEvent;
import org.fixtrail.domain.job.JobKind;
import org.fixtrail.domain.job.JobState;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.system.Systems;

/** Asks for an evidence pack; a job renders and seals it. */
@ApplicationScoped
@Transactional
public class IssuePack {
    private final EntityManager em;
    private final Systems systems;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public IssuePack(EntityManager em, Systems systems, Ledger ledger, Clock clock) {
        this.em = em;
        this.systems = systems;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected IssuePack() {
        this(null, null, null, null);
    }

    /** @return the id of the job */
    @Requires(Permission.ISSUE_PACK)
    public Outcome<UUID> request(PackRequest wanted) {
        Instant now = Moments.toMicros(Instant.now(clock));
        List<FieldProblem> problems = new ArrayList<>();
        Instant asOf = wanted.asOf();
        if (asOf != null && asOf.isAfter(now)) {
            problems.add(new FieldProblem("asOf", "is in the future"));
        }
        if (wanted.from() != null && wanted.to() != null && !wanted.to().isAfter(wanted.from())) {
            problems.add(new FieldProblem("to", "must be after from"));
        }
        if (wanted.systems().size() > 1_000) {
            problems.add(new FieldProblem("systems", "may name at most 1,000"));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        wanted.systems().forEach(systems::get);
        PackRequest fixed = new PackRequest(wanted.systems(), wanted.from(), wanted.to(), asOf == null ? now : asOf);
        Caller caller = CallerContext.get();
        Job job = new Job(
                UUID.randomUUID(),
                caller.organisationId(),
                JobKind.PACK,
                JobState.WAITING,
                caller.actor().toString(),
                now,
                fixed.text());
        em.persist(job);
        ledger.append(new JobEvent(UUID.randomUUID(), job.id(), "PACK_REQUESTED", fixed.text()));
        return Outcome.done(job.id());
    }
}
