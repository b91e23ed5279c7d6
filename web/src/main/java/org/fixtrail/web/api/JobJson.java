package org.fixtrail.web.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobKind;
import org.fixtrail.domain.job.JobState;
import org.jspecify.annotations.Nullable;

/** Long work in the API. */
public record JobJson(
        UUID id,
        JobKind kind,
        JobState state,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long progress,
        @Nullable Long total,
        @JsonRawValue String parameters,
        @JsonRawValue @Nullable String result,
        @Nullable String error) {
    public static JobJson of(Job job) {
        return new JobJson(
                job.id(),
                job.kind(),
                job.state(),
                job.requestedAt(),
                job.startedAt(),
                job.finishedAt(),
                job.progress(),
                job.total(),
                job.parameters(),
                job.result(),
                job.error());
    }
}
