package org.fixtrail.services.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobKind;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.job.Jobs;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists imports, and the rows that were not taken or were taken with a mark. */
@ApplicationScoped
@Transactional
public class FindImports {
    private final EntityManager em;
    private final Jobs jobs;

    @Inject
    public FindImports(EntityManager em, Jobs jobs) {
        this.em = em;
        this.jobs = jobs;
    }

    @SuppressWarnings("NullAway")
    protected FindImports() {
        this(null, null);
    }

    /**
     * A row of the file that somebody should look at.
     *
     * @param kind REJECTED, CONTRADICTORY or REPEATED
     */
    public record Note(long line, String kind, @Nullable String key, String reason) {}

    @Requires({Permission.IMPORT_HISTORY, Permission.VIEW_RECORD})
    public Page<Job> list(PageRequest page) {
        List<Job> items = em.createQuery(
                        "select j from Job j where j.kind = :kind order by j.requestedAt desc, j.id", Job.class)
                .setParameter("kind", JobKind.IMPORT)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        long total = em.createQuery("select count(j) from Job j where j.kind = :kind", Long.class)
                .setParameter("kind", JobKind.IMPORT)
                .getSingleResult();
        return new Page<>(items, total);
    }

    @Requires({Permission.IMPORT_HISTORY, Permission.VIEW_RECORD})
    public Job one(UUID id) {
        Job job = jobs.get(id);
        if (job.kind() != JobKind.IMPORT) {
            throw new NotFound("import");
        }
        return job;
    }

    @Requires({Permission.IMPORT_HISTORY, Permission.VIEW_RECORD})
    public Page<Note> notes(UUID id, PageRequest page) {
        one(id);
        List<Note> notes = em
                .createNativeQuery("select line, kind, external_key, reason from import_note where job_id = ?1"
                        + " order by line, kind offset ?2 limit ?3")
                .setParameter(1, id)
                .setParameter(2, page.offset())
                .setParameter(3, page.limit())
                .getResultList()
                .stream()
                .map(row -> note((Object[]) row))
                .toList();
        Object total = em.createNativeQuery("select count(*) from import_note where job_id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return new Page<>(notes, ((Number) total).longValue());
    }

    private static Note note(Object[] row) {
        return new Note(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3]);
    }
}
