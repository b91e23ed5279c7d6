package org.fixtrail.domain.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Elapsed time with the weekend rule of Delegated Regulation (EU) 2025/301, Article 5(4). Those to whom that rule does not
 * apply (paragraphs 5 and 6) are counted as {@link Counting#STRICT}.
 */
record Dora(Count count) {
    CountedEnd end() {
        ZonedDateTime limit = count.elapsed();
        LocalDate day = limit.toLocalDate();
        if (count.workingDays().contain(day)) {
            return count.strictOnly();
        }
        LocalDate next = count.workingDays().from(day);
        Instant noon = next.atTime(LocalTime.NOON).atZone(limit.getZone()).toInstant();
        CountingStep roll = new CountingStep(
                Reading.ROLLED,
                CountingRule.DORA_RTS_ART_5_4,
                day,
                next,
                noon,
                "no working day: " + count.workingDays().freeDays(day, next)
                        + "; a limit on a weekend or bank holiday moves to noon of the next working day, "
                        + Words.date(next));
        return count.ends(limit.toInstant(), noon, noon, List.of(count.elapsedStep(limit.toInstant()), roll));
    }
}
