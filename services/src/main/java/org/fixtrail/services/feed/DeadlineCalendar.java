package org.fixtrail.services.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Deadlines as a calendar by RFC 5545, all instants in UTC. Each deadline is the end of an event of half an hour, so that one at
 * 24:00 stands on its own day and not on the next. What ended is cancelled, since a calendar knows no deadline that was met.
 */
final class DeadlineCalendar {
    private static final Duration SHOWN_BEFORE = Duration.ofMinutes(30);
    private static final Duration FETCHED_EVERY = Duration.ofHours(1);

    /** RFC 5545, section 3.1: in octets, without the line break. */
    static final int LONGEST_LINE = 75;

    private final Calendar calendar = new Calendar();
    private final String base;
    private final String host;
    private int events;

    DeadlineCalendar(String organisation, URI baseUrl) {
        String address = baseUrl.toString();
        base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        host = baseUrl.getHost() == null ? "localhost" : baseUrl.getHost();
        String name = "Fixtrail deadlines: " + organisation;
        calendar.add(new ProdId("-//Fixtrail//Deadlines//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        // programs that do not know RFC 7986 know these two
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-PUBLISHED-TTL", FETCHED_EVERY.toString()));
        calendar.add(new RefreshInterval(new ParameterList(), FETCHED_EVERY));
    }

    void add(DeadlineEntry entry) {
        add(entry, "", entry.summary(), entry.legalAt());
        if (entry.hasStrictEnd()) {
            add(entry, "-strict", entry.strictSummary(), entry.strictAt());
        }
    }

    private void add(DeadlineEntry entry, String which, String summary, Instant end) {
        VEvent event = new VEvent(false);
        event.add(new Uid("clock-" + entry.id() + which + "@" + host));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new LastModified(entry.changedAt()));
        event.add(new Sequence(entry.sequence()));
        event.add(new DtStart<>(end.minus(SHOWN_BEFORE)));
        event.add(new DtEnd<>(end));
        event.add(new Summary(summary));
        event.add(new Description(entry.description()));
        event.add(new Url(URI.create(base + "/clock/show.xhtml?id=" + entry.id())));
        event.add(entry.isOpen() ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED);
        event.add(ImmutableTransp.TRANSPARENT);
        event.add(ImmutableClazz.PRIVATE);
        calendar.add(event);
        events++;
    }

    /** In UTF-8. */
    byte[] write() {
        if (events == 0) {
            // a calendar must hold something (RFC 5545, section 3.6)
            calendar.add(utc());
        }
        StringWriter unfolded = new StringWriter();
        try {
            new CalendarOutputter(true, Integer.MAX_VALUE).output(calendar, unfolded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(unfolded.toString());
    }

    private static VTimeZone utc() {
        Standard standard = new Standard();
        standard.add(new DtStart<>(LocalDateTime.of(1970, 1, 1, 0, 0)));
        standard.add(new TzOffsetFrom(ZoneOffset.UTC));
        standard.add(new TzOffsetTo(ZoneOffset.UTC));
        standard.add(new TzName("UTC"));
        VTimeZone zone = new VTimeZone();
        zone.add(new TzId("Etc/UTC"));
        zone.add(standard);
        return zone;
    }

    /** Lines of no more octets than RFC 5545 has it; the library counts chars, and parts those that stand for one sign. */
    static byte[] folded(String lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(lines.length() + lines.length() / LONGEST_LINE);
        int[] length = {0};
        lines.codePoints().forEach(point -> {
            byte[] sign = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            boolean breaks = point == '\r' || point == '\n';
            if (!breaks && length[0] + sign.length > LONGEST_LINE) {
                out.writeBytes(new byte[] {'\r', '\n', ' '});
                length[0] = 1;
            }
            out.writeBytes(sign);
            length[0] = breaks ? 0 : length[0] + sign.length;
        });
        return out.toByteArray();
    }
}
