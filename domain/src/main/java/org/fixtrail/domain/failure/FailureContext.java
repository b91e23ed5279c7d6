package org.fixtrail.domain.failure;

import java.time.Instant;
import org.fixtrail.domain.access.Substitutions;

/**
 * What a guard must know beside the timeline.
 *
 * @param now the server's time
 * @param kind how far the harm went; a serious incident asks for an evidence snapshot
 * @param reportable whether a duty to report it is or was running, which asks for one too
 * @param occurrencesSinceDeployment occurrences of this cycle's failure after {@link Stage#DEPLOYED}
 * @param substitutions who stood in for whom, since a substitute and the absent person never count as two
 */
public record FailureContext(
        Instant now,
        FailureKind kind,
        boolean reportable,
        long occurrencesSinceDeployment,
        Substitutions substitutions) {}
