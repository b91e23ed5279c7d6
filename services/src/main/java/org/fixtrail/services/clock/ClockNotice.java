package org.fixtrail.services.clock;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.jspecify.annotations.Nullable;

/**
 * What a mail or webhook about a clock says. Of users' words it holds the names of failure and AI system and no more: whatever else was
 * written about a failure stays where rights are checked.
 *
 * @param startEvent the stage or event that started the clock, in words
 * @param metAt when what it asks for happened after all, or null
 * @param place whose addressee gets the report; null for a target, or where nobody has said
 * @param zone the organisation's, or the addressee's
 * @param waits whether it goes up the chain until somebody acknowledges it
 * @param baseUrl where the portal is
 */
record ClockNotice(
        ClockEvent event,
        FailureId failure,
        String title,
        String system,
        String severity,
        String startEvent,
        @Nullable Instant metAt,
        @Nullable Jurisdiction place,
        ZoneId zone,
        boolean waits,
        Instant now,
        URI baseUrl) {

    String link() {
        return event.basis().isPresent()
                ? base() + "/clock/show.xhtml?id=" + event.clockId()
                : base() + "/failure/show.xhtml?id=" + failure;
    }

    /** Where the reader says, after signing in, that they know of it. */
    String acknowledgeLink() {
        return base() + "/escalation/acknowledge.xhtml?id=" + event.clockId();
    }

    /** The place after the addressee, or nothing. */
    String placeWords() {
        return place == null ? "" : ", " + place.label();
    }

    /** Where the reader chooses the own mails. */
    String mailsLink() {
        return base() + "/account/mails.xhtml";
    }

    private String base() {
        String base = baseUrl.toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** The same for programs; times in UTC. */
    Map<String, @Nullable Object> data() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("clock", event.clockId().toString());
        data.put("failure", failure.toString());
        data.put("failureTitle", title);
        data.put("system", event.systemId().toString());
        data.put("systemName", system);
        data.put("obligation", event.obligation());
        event.basis().ifPresent(basis -> {
            data.put("rule", basis.ruleId());
            data.put("strictDeadline", event.strictAt().toString());
        });
        data.put("startedAt", event.startedAt().toString());
        data.put("deadline", event.legalAt().toString());
        data.put("metAt", metAt == null ? null : metAt.toString());
        data.put("link", link());
        return data;
    }
}
