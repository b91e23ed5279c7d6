package org.fixtrail.services.clock;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.failure.FailureId;
import org.jspecify.annotations.Nullable;

/**
 * What a mail or webhook about a clock says. Of users' words it holds the names of failure and AI system and no more: whatever else was
 * written about a failure stays where rights are checked.
 *
 * @param event a warning or a breach
 * @param startEvent the stage that started the clock, in words
 * @param metAt when the stage was reached after all, or null
 * @param zone the organisation's
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
        ZoneId zone,
        Instant now,
        URI baseUrl) {

    String link() {
        return base() + "/failure/show.xhtml?id=" + failure;
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
        data.put("startedAt", event.startedAt().toString());
        data.put("deadline", event.legalAt().toString());
        data.put("metAt", metAt == null ? null : metAt.toString());
        data.put("link", link());
        return data;
    }
}
