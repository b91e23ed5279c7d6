package org.fixtrail.domain.clock;

import java.time.Instant;
import java.util.UUID;

/** What decides when the open clock of a target ends, under whatever revision of the target. */
public record OpenClock(UUID targetId, int cycle, Instant startedAt, Instant legalAt, PauseHistory pauses) {}
