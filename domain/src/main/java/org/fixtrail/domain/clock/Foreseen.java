package org.fixtrail.domain.clock;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a change of targets or of the working time would do to open clocks.
 *
 * @param moving how many would end at another time
 * @param over how many of them would be missed at once
 */
public record Foreseen(int moving, int over) {
    public static final Foreseen NOTHING = new Foreseen(0, 0);

    /** @param book with the change in it */
    public static Foreseen of(TargetBook book, Collection<OpenClock> clocks, Instant now) {
        int moving = 0;
        int over = 0;
        for (OpenClock clock : clocks) {
            Target target = book.latest(clock.targetId()).orElseThrow();
            List<Pause> pauses = clock.pauses().of(clock.cycle(), target);
            Optional<Instant> paused = pauses.stream()
                    .filter(pause -> pause.until() == null)
                    .map(Pause::from)
                    .findFirst();
            Instant asOf = paused.orElse(now);
            Instant end = TargetCount.of(target, book.workingTime().orElse(null), pauses, ZoneOffset.UTC, asOf)
                    .end(clock.startedAt());
            if (!end.equals(clock.legalAt())) {
                moving++;
                over += end.isBefore(asOf) ? 1 : 0;
            }
        }
        return new Foreseen(moving, over);
    }

    public boolean isNothing() {
        return moving == 0;
    }
}
