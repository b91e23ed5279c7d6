package org.fixtrail.reports.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times in the pack's zone, to the second and always with the offset, so that the hour of a clock change is clear. */
final class TimeText {
    private final ZoneId zone;
    private final DateTimeFormatter format;

    TimeText(ZoneId zone) {
        this.zone = zone;
        this.format = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .withZone(zone);
    }

    /** For tables whose heading names the zone; a dash where there is none. */
    String of(@Nullable Instant instant) {
        return instant == null ? DurationText.NONE : format.format(instant);
    }

    /** For a sentence or a line of its own: with the zone's name. */
    String named(Instant instant) {
        return of(instant) + " (" + zoneName() + ")";
    }

    /** The day alone, where the hour is of no matter. */
    String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    String zoneName() {
        return zone.getId();
    }
}
