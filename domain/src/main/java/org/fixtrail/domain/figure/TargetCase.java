package org.fixtrail.domain.figure;

import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;

/**
 * One of the organisation's own targets, as it was last known.
 *
 * @param words for example "High: Detected to Deployed within 10 days"
 * @param ended whether it applies no more
 */
public record TargetCase(
        UUID targetId, Severity severity, Stage fromStage, Stage toStage, String words, boolean ended) {}
