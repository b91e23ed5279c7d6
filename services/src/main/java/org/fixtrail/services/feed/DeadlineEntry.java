package org.fixtrail.services.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.services.notification.MailText;

/**
 * What a calendar says of one clock: what a mail would say, and no more, since a calendar lies on other servers, too.
 *
 * @param organisationZone in which the deadline of a target is told; that of a law is told in the addressee's
 * @param changedAt when something of it last changed
 */
record DeadlineEntry(RunningClock clock, String failure, String system, ZoneId organisationZone, Instant changedAt) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

    UUID id() {
        return clock.id();
    }

    Instant legalAt() {
        return clock.legalAt();
    }

    Instant strictAt() {
        return clock.deadline().strictAt();
    }

    /** Whether elapsed time is over before the law's last moment. */
    boolean hasStrictEnd() {
        return !strictAt().equals(legalAt());
    }

    /** Whether the deadline is still of interest. */
    boolean isOpen() {
        return clock.state() == ClockState.RUNNING
                || clock.state() == ClockState.OVERDUE_STRICT
                || clock.state() == ClockState.BREACHED;
    }

    /** Counts changes. */
    int sequence() {
        return (int) Math.min(clock.version(), Integer.MAX_VALUE);
    }

    String summary() {
        String what = clock.isOfRule() ? "Ends by law" : "Deadline";
        return mark(what) + ": " + clock.obligation() + " (" + MailText.oneLine(failure) + ")";
    }

    String strictSummary() {
        return mark("Elapsed time ends") + ": " + clock.obligation() + " (" + MailText.oneLine(failure) + ")";
    }

    /** What became of it goes before what it is, since calendars cut long names off. */
    private String mark(String what) {
        return clock.state() == ClockState.RUNNING ? what : clock.state().label() + ", " + lower(what);
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    String description() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("State", clock.state().label());
        facts.put("Failure", MailText.oneLine(failure));
        facts.put("AI system", MailText.oneLine(system));
        facts.put("Severity", clock.severity().label());
        facts.put(clock.isOfRule() ? "Duty" : "Target", clock.obligation());
        clock.terms().basis().ifPresent(basis -> facts.put("Report to", basis.addressee().label() + place()));
        if (hasStrictEnd()) {
            facts.put("Elapsed time ends", moment(strictAt()));
        }
        facts.put(clock.isOfRule() ? "Ends by law" : "Deadline", moment(legalAt()));
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }

    private String place() {
        var place = clock.place();
        return place == null ? "" : ", " + place.label();
    }

    private String moment(Instant at) {
        ZoneId zone = clock.isOfRule() ? ZoneId.of(clock.zone()) : organisationZone;
        String here = at(at, zone);
        String utc = at(at, ZoneOffset.UTC);
        return here.equals(utc) ? here : here + " (" + utc + ")";
    }

    private static String at(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone)) + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }
}
