package org.fixtrail.services.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Has the background runner work jobs off. */
@ApplicationScoped
public class JobTask implements PeriodicTask {
    private final RunJobs jobs;

    @Inject
    public JobTask(RunJobs jobs) {
        this.jobs = jobs;
    }

    @SuppressWarnings("NullAway")
    protected JobTask() {
        this(null);
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        jobs.runWaiting();
    }
}
