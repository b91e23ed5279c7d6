package org.fixtrail.web.page;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobState;
import org.fixtrail.domain.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * A job as pages show it.
 *
 * @param progress how far it is in words
 * @param percent from 0 to 100; null while the whole is not known
 * @param parameters what was asked for, as JSON has it
 * @param result what came of it, as JSON has it; empty before the end
 */
public record JobText(
        UUID id,
        JobState state,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        String progress,
        @Nullable Integer percent,
        Map<String, @Nullable Object> parameters,
        Map<String, @Nullable Object> result,
        @Nullable String error)
        implements Serializable {

    public static JobText of(Job job) {
        String result = job.result();
        return new JobText(
                job.id(),
                job.state(),
                job.requestedAt(),
                job.finishedAt(),
                progress(job),
                percent(job),
                JsonText.readObject(job.parameters()),
                result == null ? Map.of() : JsonText.readObject(result),
                job.error());
    }

    public boolean isUnderWay() {
        return state == JobState.WAITING || state == JobState.RUNNING;
    }

    public boolean isFailed() {
        return state == JobState.FAILED;
    }

    public String style() {
        return switch (state) {
            case WAITING, RUNNING -> "ft-mark ft-mark-accent";
            case DONE -> "ft-mark ft-mark-good";
            case FAILED -> "ft-mark ft-mark-bad";
        };
    }

    private static @Nullable Integer percent(Job job) {
        Long total = job.total();
        return total == null || total == 0 ? null : (int) Math.max(0, Math.min(100, 100 * job.progress() / total));
    }

    private static String progress(Job job) {
        if (job.state() == JobState.WAITING) {
            return "waits for its turn";
        }
        Integer percent = percent(job);
        return percent == null ? NumberText.exact(job.progress()) : percent + " %";
    }
}
