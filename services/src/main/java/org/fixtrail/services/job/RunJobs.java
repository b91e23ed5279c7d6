package org.fixtrail.services.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.domain.job.Job;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.jspecify.annotations.Nullable;

/** Works jobs off, one after the other, until none waits. Called by the background runner. */
@ApplicationScoped
public class RunJobs {
    private static final Logger LOG = Logger.getLogger(RunJobs.class.getName());

    private final UUID worker = UUID.randomUUID();
    private final Jobs jobs;
    private final JobReader reader;
    private final @Nullable Instance<JobWork> works;

    @Inject
    public RunJobs(Jobs jobs, JobReader reader, Instance<JobWork> works) {
        this.jobs = jobs;
        this.reader = reader;
        this.works = works;
    }

    @SuppressWarnings("NullAway")
    protected RunJobs() {
        this(null, null, null);
    }

    public void runWaiting() {
        for (Optional<Jobs.Claim> claim = jobs.claim(worker); claim.isPresent(); claim = jobs.claim(worker)) {
            Jobs.Claim claimed = claim.get();
            CallerContext.run(Caller.server(claimed.organisationId()), () -> run(claimed.jobId()));
        }
    }

    private void run(UUID jobId) {
        try {
            if (jobs.isHopeless(jobId)) {
                jobs.fail(jobId, "It was begun several times and never ended; see the server's log.");
                return;
            }
            Job job = reader.read(jobId);
            work(job).work(job);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.SEVERE, e, () -> "job " + jobId + " failed");
            jobs.fail(jobId, "Something went wrong here. Give your operator this number: " + jobId);
        }
    }

    private JobWork work(Job job) {
        if (works == null) {
            throw new IllegalStateException("not injected");
        }
        return works.stream()
                .filter(work -> work.kind() == job.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does " + job.kind()));
    }
}
