package org.fixtrail.domain.clock;

import java.util.UUID;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Timeline;

/**
 * What decides which targets apply to a failure.
 *
 * @param severity the failure's, now
 */
public record TargetCase(Timeline timeline, Severity severity, UUID systemId, PauseHistory pauses) {}
