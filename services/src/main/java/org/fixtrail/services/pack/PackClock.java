package org.fixtrail.services.pack;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that missed its deadline.
 *
 * @param target name of the obligation or internal target
 * @param startedAt when the clock began to run
 * @param state as people read it: breached, met late, ...
 * @param metAt null = still not met as of the pack's moment
 * @param overdueBy time from the deadline to {@code metAt}, or to the pack's moment
 */
public record PackClock(
        String target,
        String failureId,
        Instant startedAt,
        Instant deadline,
        String state,
        @Nullable Instant metAt,
        Duration overdueBy) {}
