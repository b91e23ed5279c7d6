package org.fixtrail.domain.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which mails a person wants, and when.
 *
 * @param warnings whether mails come when a clock is at risk
 * @param breaches whether mails come when one was missed
 * @param quiet when warnings wait, or null for never
 * @param digestHour the hour of the day at which the digest comes, 0 to 23, or null for none
 * @param zone in which hours are meant
 */
public record MailWishes(
        boolean warnings,
        boolean breaches,
        @Nullable Quiet quiet,
        @Nullable Integer digestHour,
        ZoneId zone) {

    /**
     * Hours of each day, also over midnight.
     *
     * @param from the first minute
     * @param until the first minute after; another than {@code from}
     */
    public record Quiet(LocalTime from, LocalTime until) {
        public Quiet {
            if (from.equals(until)) {
                throw new IllegalArgumentException("quiet hours begin and end at different times");
            }
        }

        private boolean holds(LocalTime time) {
            boolean afterBegin = !time.isBefore(from);
            boolean beforeEnd = time.isBefore(until);
            return from.isBefore(until) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
        }
    }

    public MailWishes {
        if (digestHour != null && (digestHour < 0 || digestHour > 23)) {
            throw new IllegalArgumentException("an hour is from 0 to 23: " + digestHour);
        }
    }

    /** Of somebody who has chosen nothing. */
    public static MailWishes usual(ZoneId zone) {
        return new MailWishes(true, true, null, null, zone);
    }

    /** When the quiet hours end in which a moment lies; empty outside. Where clocks are set back, the later of both. */
    public Optional<Instant> quietUntil(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        if (quiet == null || !quiet.holds(here.toLocalTime())) {
            return Optional.empty();
        }
        boolean today = here.toLocalTime().isBefore(quiet.until());
        LocalDate day = today ? here.toLocalDate() : here.toLocalDate().plusDays(1);
        return Optional.of(ZonedDateTime.of(day, quiet.until(), zone)
                .withLaterOffsetAtOverlap()
                .toInstant());
    }

    /** The next moment for the digest after another; empty if none is wanted. */
    public Optional<Instant> digestAfter(Instant moment) {
        if (digestHour == null) {
            return Optional.empty();
        }
        LocalTime hour = LocalTime.of(digestHour, 0);
        LocalDate day = moment.atZone(zone).toLocalDate();
        Instant today = ZonedDateTime.of(day, hour, zone).toInstant();
        return Optional.of(
                today.isAfter(moment)
                        ? today
                        : ZonedDateTime.of(day.plusDays(1), hour, zone).toInstant());
    }

    public MailWishes withoutDigest() {
        return new MailWishes(warnings, breaches, quiet, null, zone);
    }
}
