package org.fixtrail.web.clock;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.counting.CountingStep;
import org.fixtrail.domain.counting.Reading;

/**
 * One reading of an end, as people read it, in the addressee's zone.
 *
 * @param time midnight is told as the end of the day before
 */
public record Ending(String name, String meaning, String day, String time) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** The three readings, the most careful first. */
    static List<Ending> of(CountedEnd end) {
        return List.of(
                of("Strict", "time as it passes; warnings go by it", end, Reading.STRICT, end.strictAt()),
                of("Rolled", "moved off a free day", end, Reading.ROLLED, end.rolledAt()),
                of("Legal", "with every extension; a breach goes by it", end, Reading.LEGAL, end.legalAt()));
    }

    private static Ending of(String name, String meaning, CountedEnd end, Reading reading, Instant instant) {
        ZonedDateTime at = instant.atZone(end.zone());
        boolean endOfDay = !at.toLocalDate().equals(end.lastDay(reading));
        return new Ending(
                name,
                meaning,
                DAY.format(end.lastDay(reading)),
                endOfDay ? "24:00, the end of the day" : TIME.format(at));
    }

    /** The provision that a step rests on. */
    static String name(CountingStep step) {
        return step.rule().act()
                + (step.rule().article().isEmpty() ? "" : ", " + step.rule().article());
    }
}
