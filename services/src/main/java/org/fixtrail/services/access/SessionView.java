package org.fixtrail.services.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its owner sees it.
 *
 * @param seenAt the last use, to the minute
 * @param address where it was opened from
 * @param agent what the browser called itself
 */
public record SessionView(
        UUID id, String organisation, Instant startedAt, Instant seenAt, String address, String agent) {}
