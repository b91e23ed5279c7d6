package org.fixtrail.services.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.job.Job;
import org.fixtrail.services.access.NotFound;
import org.jspecify.annotations.Nullable;

/** Takes long work from the database and keeps its state; any number of nodes may do so at once. */
@ApplicationScoped
public class Jobs {
    /** Whoever says nothing for so long has died; another node goes on from what was committed. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int MOST_ATTEMPTS = 5;

    private final EntityManager em;
    private final Clock clock;

    @Inject
    public Jobs(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Jobs() {
        this(null, null);
    }

    /** A job that this node may work on now. */
    record Claim(UUID organisationId, UUID jobId) {}

    /** Claims the oldest job that waits or whose worker died. Precedes an organisation. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Claim> claim(UUID worker) {
        Instant now = Instant.now(clock);
        List<?> rows = em.createNativeQuery("select organisation_id, job_id from claim_job(?1, ?2, ?3)")
                .setParameter(1, worker)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, Timestamp.from(now.plus(LEASE)))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Claim((UUID) row[0], (UUID) row[1]))
                .findFirst();
    }

    public Job get(UUID id) {
        Job job = em.find(Job.class, id);
        if (job == null) {
            throw new NotFound("job");
        }
        return job;
    }

    public byte[] file(UUID jobId, String name) {
        List<?> rows = em.createNativeQuery("select content from job_file where job_id = ?1 and name = ?2")
                .setParameter(1, jobId)
                .setParameter(2, name)
                .getResultList();
        return rows.stream().map(row -> (byte[]) row).findFirst().orElseThrow(() -> new NotFound("file"));
    }

    public void store(UUID organisationId, UUID jobId, String name, byte[] content) {
        em.flush();
        em.createNativeQuery("insert into job_file (organisation_id, job_id, name, content) values (?1, ?2, ?3, ?4)"
                        + " on conflict do nothing")
                .setParameter(1, organisationId)
                .setParameter(2, jobId)
                .setParameter(3, name)
                .setParameter(4, content)
                .executeUpdate();
    }

    /** Tells how far a job is, and that its worker lives. */
    @Transactional
    public void advance(UUID jobId, long done, @Nullable Long of) {
        get(jobId).advance(done, of, Instant.now(clock).plus(LEASE));
    }

    @Transactional
    public void fail(UUID jobId, String why) {
        Job job = get(jobId);
        if (job.finishedAt() == null) {
            job.failed(why, Instant.now(clock));
        }
    }

    /** Whether a job was begun so often that it will never end well. */
    @Transactional
    public boolean isHopeless(UUID jobId) {
        return get(jobId).attempts() > MOST_ATTEMPTS;
    }
}
