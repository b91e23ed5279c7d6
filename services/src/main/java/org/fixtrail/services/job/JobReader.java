package org.fixtrail.services.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.fixtrail.domain.job.Job;

/** Reads a job in a transaction of its own. */
@ApplicationScoped
public class JobReader {
    private final Jobs jobs;

    @Inject
    public JobReader(Jobs jobs) {
        this.jobs = jobs;
    }

    @SuppressWarnings("NullAway")
    protected JobReader() {
        this(null);
    }

    @Transactional
    public Job read(UUID id) {
        return jobs.get(id);
    }
}
