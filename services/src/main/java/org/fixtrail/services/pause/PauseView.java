package org.fixtrail.services.pause;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockPause;
import org.fixtrail.domain.clock.Pause;
import org.fixtrail.domain.clock.PauseReason;

/**
 * The pauses of one failure.
 *
 * @param acts all that is on record, in order
 * @param lasting those that last in the current cycle
 * @param allowed the reasons for which a running clock could be paused now
 * @param names display names of people, by pseudonym
 */
public record PauseView(
        List<ClockPause> acts, List<Pause> lasting, List<PauseReason> allowed, Map<UUID, String> names) {}
