package org.fixtrail.services.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobKind;
import org.fixtrail.domain.job.JobState;
import org.fixtrail.domain.pack.EvidencePack;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.job.Jobs;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;

/** Lists and hands out evidence packs. */
@ApplicationScoped
@Transactional
public class FindPacks {
    private final EntityManager em;
    private final Jobs jobs;

    @Inject
    public FindPacks(EntityManager em, Jobs jobs) {
        this.em = em;
        this.jobs = jobs;
    }

    @SuppressWarnings("NullAway")
    protected FindPacks() {
        this(null, null);
    }

    @Requires(Permission.READ_PACK)
    public Page<EvidencePack> list(PageRequest page) {
        List<EvidencePack> packs = em.createQuery(
                        "select p from EvidencePack p order by p.recordedAt desc, p.id", EvidencePack.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        return new Page<>(
                packs,
                em.createQuery("select count(p) from EvidencePack p", Long.class)
                        .getSingleResult());
    }

    @Requires(Permission.READ_PACK)
    public EvidencePack one(UUID id) {
        EvidencePack pack = em.find(EvidencePack.class, id);
        if (pack == null) {
            throw new NotFound("evidence pack");
        }
        return pack;
    }

    /** The sealed file, as it was issued. */
    @Requires(Permission.READ_PACK)
    public byte[] file(UUID id) {
        return jobs.file(one(id).jobId(), StorePack.FILE);
    }

    /** Jobs that have not led to a pack: waiting, running or failed, newest first. */
    @Requires(Permission.READ_PACK)
    public List<Job> jobs() {
        return em.createQuery(
                        "select j from Job j where j.kind = :kind and j.state <> :done order by j.requestedAt desc",
                        Job.class)
                .setParameter("kind", JobKind.PACK)
                .setParameter("done", JobState.DONE)
                .setMaxResults(50)
                .getResultList();
    }

    @Requires(Permission.READ_PACK)
    public Job job(UUID id) {
        Job job = jobs.get(id);
        if (job.kind() != JobKind.PACK) {
            throw new NotFound("job");
        }
        return job;
    }
}
