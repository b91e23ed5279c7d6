package org.fixtrail.web.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Times as the clock on an organisation's wall shows them, to read and to enter. Where a clock change makes a time happen
 * twice, the first is meant; where it leaves one out, the time moves on by the gap, as {@link LocalDateTime#atZone} has it.
 */
public record WallTime(ZoneId zone) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    /** To the minute, without the zone: the page names it once. */
    public String text(Instant at) {
        return MINUTES.format(at.atZone(zone));
    }

    /** To the second, with offset and zone. */
    public String exact(Instant at) {
        return SECONDS.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /** As an input of type datetime-local has it. */
    public String input(Instant at) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Reads what an input of type datetime-local or date gave; a date means its first moment. */
    public Optional<Instant> parse(String text) {
        try {
            LocalDateTime wall = text.indexOf('T') < 0
                    ? LocalDate.parse(text.strip()).atStartOfDay()
                    : LocalDateTime.parse(text.strip());
            return Optional.of(wall.atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
