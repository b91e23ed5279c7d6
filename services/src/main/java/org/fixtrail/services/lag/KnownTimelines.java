package org.fixtrail.services.lag;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Timeline;

/**
 * What was known of failures, each as of the moment.
 *
 * @param timelines by failure, in the order of their ids; who did what is left out
 */
public record KnownTimelines(Instant asOf, long knownAt, Map<UUID, Timeline> timelines) {}
