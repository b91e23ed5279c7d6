package org.fixtrail.services.job;

import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobKind;

/**
 * Does one kind of job, inside the job's organisation, in pieces that each commit. A job whose node died is begun again:
 * what was committed must not be done twice.
 */
public interface JobWork {
    JobKind kind();

    /** @throws RuntimeException when it cannot be done; the log says why, whoever asked for it learns the job's number */
    void work(Job job);
}
