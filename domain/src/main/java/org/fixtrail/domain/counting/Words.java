package org.fixtrail.domain.counting;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates, times and lengths as a letter writes them. */
public final class Words {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM uuuu", Locale.UK);

    private Words() {}

    /** For example "Friday 20 November 2026". */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** For example "14:18 on Friday 20 November 2026". */
    public static String time(ZonedDateTime time) {
        return TIME.format(time);
    }

    /** For example "36 hours 30 minutes"; what is left below a minute is told in seconds. */
    public static String span(Duration span) {
        List<String> parts = new ArrayList<>();
        add(parts, span.toHours(), "hour");
        add(parts, span.toMinutesPart(), "minute");
        add(parts, span.toSecondsPart(), "second");
        return parts.isEmpty() ? "no time" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
