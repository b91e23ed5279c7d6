package org.fixtrail.services.counting;

import org.fixtrail.domain.counting.HolidayCalendar;

/**
 * A holiday calendar that can be asked for.
 *
 * @param name of the country or institution, in English
 * @param source where its dates come from
 * @param filled whether it has dates; one without knows weekends only, which never makes a deadline later than it is
 */
public record KnownCalendar(String name, String source, boolean filled, HolidayCalendar holidays) {
    public String id() {
        return holidays.id();
    }
}
