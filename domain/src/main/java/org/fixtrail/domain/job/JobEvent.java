package org.fixtrail.domain.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** Long work was asked for or ended. */
@Entity
@Table(name = "job_event")
public class JobEvent extends Act {
    @Column(name = "job_id")
    private UUID jobId;

    @Column(name = "what")
    private String what;

    @Column(name = "details")
    private String details;

    @SuppressWarnings("NullAway.Init")
    protected JobEvent() {}

    public JobEvent(UUID id, UUID jobId, String what, String details) {
        super(id);
        this.jobId = jobId;
        this.what = what;
        this.details = details;
    }

    public UUID jobId() {
        return jobId;
    }

    public String what() {
        return what;
    }

    public String details() {
        return details;
    }

    @Override
    public ActType type() {
        return ActType.valueOf(what);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("jobId", jobId)
                .and("what", what)
                .and("details", details)
                .map();
    }
}
