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
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.services.notification.MailText;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar says of one clock: what a mail would say, and no more, since a calendar lies on other servers, too.
 *
 * @param legal whether a law, standard or code runs it; else a target does
 * @param reportTo the addressee with the place; null for a target
 * @param zone in which the deadline is told: the addressee's, or the organisation's
 * @param sequence counts changes
 * @param changedAt when something of it last changed
 */
record DeadlineEntry(
        UUID id,
        String obligation,
        boolean legal,
        ClockState state,
        String severity,
        @Nullable String reportTo,
        Instant strictAt,
        Instant legalAt,
        ZoneId zone,
        String failure,
        String system,
        int sequence,
        Instant changedAt) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

    static DeadlineEntry of(RunningClock clock, String failure, String system, ZoneId organisation, Instant changedAt) {
        Jurisdiction place = clock.place();
        String where = place == null ? "" : ", " + place.label();
        return new DeadlineEntry(
                clock.id(),
                clock.obligation(),
                clock.isOfRule(),
                clock.state(),
                clock.severity().label(),
                clock.terms()
                        .basis()
                        .map(basis -> basis.addressee().label() + where)
                        .orElse(null),
                clock.deadline().strictAt(),
                clock.legalAt(),
                clock.isOfRule() ? ZoneId.of(clock.zone()) : organisation,
                failure,
                system,
                (int) Math.min(clock.version(), Integer.MAX_VALUE),
                changedAt);
    }

    /** Whether elapsed time is over before the law's last moment. */
    boolean hasStrictEnd() {
        return !strictAt.equals(legalAt);
    }

    /** Whether the deadline is still of interest. */
    boolean isOpen() {
        return state == ClockState.RUNNING || state == ClockState.OVERDUE_STRICT || state == ClockState.BREACHED;
    }

    String summary() {
        return summary(end());
    }

    String strictSummary() {
        return summary("Elapsed time ends");
    }

    /** What became of it goes before what it is, since calendars cut long names off. */
    private String summary(String what) {
        String mark = state == ClockState.RUNNING
                ? what
                : state.label() + ", " + what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
        return mark + ": " + obligation + " (" + MailText.oneLine(failure) + ")";
    }

    private String end() {
        return legal ? "Ends by law" : "Deadline";
    }

    String description() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("State", state.label());
        facts.put("Failure", MailText.oneLine(failure));
        facts.put("AI system", MailText.oneLine(system));
        facts.put("Severity", severity);
        facts.put(legal ? "Duty" : "Target", obligation);
        if (reportTo != null) {
            facts.put("Report to", reportTo);
        }
        if (hasStrictEnd()) {
            facts.put("Elapsed time ends", moment(strictAt));
        }
        facts.put(end(), moment(legalAt));
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }

    private String moment(Instant at) {
        String here = at(at, zone);
        String utc = at(at, ZoneOffset.UTC);
        return here.equals(utc) ? here : here + " (" + utc + ")";
    }

    private static String at(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone)) + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }
}
