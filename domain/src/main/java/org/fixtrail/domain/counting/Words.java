package org.fixtrail.domain.counting;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as a letter writes them. */
final class Words {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM uuuu", Locale.UK);

    private Words() {}

    /** For example "Friday 20 November 2026". */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** For example "14:18 on Friday 20 November 2026". */
    static String time(ZonedDateTime time) {
        return TIME.format(time);
    }
}
