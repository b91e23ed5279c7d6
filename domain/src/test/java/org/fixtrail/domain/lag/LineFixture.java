package org.fixtrail.domain.lag;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/** Failures for tests, written as {@code "7.2 DETECTED=3 DEPLOYED=5 RETIRED=9"}: failure 7, cycle 2, days of 2026. */
final class LineFixture {
    private LineFixture() {}

    static FailureLine line(String text) {
        String[] words = text.split(" ", -1);
        String[] name = words[0].split("\\.", -1);
        Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
        Ending ending = null;
        for (int i = 1; i < words.length; i++) {
            String[] parts = words[i].split("=", -1);
            Stage stage = Stage.valueOf(parts[0]);
            if (stage.isEnding()) {
                ending = new Ending(stage, day(Integer.parseInt(parts[1])));
            } else {
                reached.put(stage, day(Integer.parseInt(parts[1])));
            }
        }
        return aLine(Integer.parseInt(name[0]), Integer.parseInt(name[1]), reached, ending);
    }

    private static FailureLine aLine(int failure, int cycle, Map<Stage, Instant> reached, @Nullable Ending ending) {
        return new FailureLine(new UUID(0, failure), cycle, reached, ending, false);
    }

    /** Midnight UTC of the day of the year 2026; day 1 is New Year. */
    static Instant day(int day) {
        return Instant.parse("2025-12-31T00:00:00Z").plusSeconds(86_400L * day);
    }
}
