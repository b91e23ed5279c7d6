package org.fixtrail.services.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.fixtrail.domain.clock.ClockState;
import org.junit.jupiter.api.Test;

class DeadlineCalendarTest {
    private static final UUID CLOCK = UUID.fromString("0b5a3f0e-9f35-4a86-9d8c-3c1c8a1f2d11");
    private static final Instant STRICT = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LEGAL = Instant.parse("2026-11-24T23:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-11-20T10:00:00.123456Z");

    @Test
    void a_legal_clock_is_an_event_that_ends_with_the_deadline_and_one_for_elapsed_time() throws Exception {
        List<VEvent> events = events(written(legal(ClockState.RUNNING, "Wrong dose", STRICT)));

        assertThat(events).hasSize(2);
        assertThat(value(events.get(0), Property.UID)).isEqualTo("clock-" + CLOCK + "@fixtrail.example.org");
        assertThat(value(events.get(0), Property.DTSTART)).isEqualTo("20261124T223000Z");
        assertThat(value(events.get(0), Property.DTEND)).isEqualTo("20261124T230000Z");
        assertThat(value(events.get(0), Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(events.get(0), Property.SEQUENCE)).isEqualTo("7");
        assertThat(value(events.get(0), Property.LAST_MODIFIED)).isEqualTo("20261120T100000Z");
        assertThat(value(events.get(0), Property.SUMMARY)).isEqualTo("Ends by law: AIA-73-2: Report (Wrong dose)");
        assertThat(value(events.get(0), Property.URL))
                .isEqualTo("https://fixtrail.example.org/clock/show.xhtml?id=" + CLOCK);
        assertThat(value(events.get(0), Property.DESCRIPTION)).isEqualTo("""
                State: Running
                Failure: Wrong dose
                AI system: Dosing, assistant; old
                Severity: High
                Duty: AIA-73-2: Report
                Report to: Market surveillance authority, Germany
                Elapsed time ends: 22 November 2026 09:00 Europe/Berlin (22 November 2026 08:00 UTC)
                Ends by law: 25 November 2026 00:00 Europe/Berlin (24 November 2026 23:00 UTC)""");
        assertThat(value(events.get(1), Property.UID)).isEqualTo("clock-" + CLOCK + "-strict@fixtrail.example.org");
        assertThat(value(events.get(1), Property.DTEND)).isEqualTo("20261122T080000Z");
    }

    @Test
    void what_ended_is_cancelled_and_says_how_it_ended() throws Exception {
        List<VEvent> events = events(written(legal(ClockState.MET_LATE, "Wrong dose", LEGAL)));

        assertThat(events).hasSize(1);
        assertThat(value(events.get(0), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(events.get(0), Property.SUMMARY)).startsWith("Met late, ends by law: ");
    }

    @Test
    void a_breach_stays_in_the_calendar() throws Exception {
        List<VEvent> events = events(written(legal(ClockState.BREACHED, "Wrong dose", LEGAL)));

        assertThat(value(events.get(0), Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(events.get(0), Property.SUMMARY)).startsWith("Breached, ends by law: ");
    }

    @Test
    void lines_end_with_crlf_and_have_75_octets_at_most_with_every_sign_whole() throws Exception {
        String title = "Größe 😀 不正確な回答 \\ , ; ".repeat(20) + "a\r\nATTENDEE:x";
        byte[] written = written(legal(ClockState.RUNNING, title, STRICT));
        String text = new String(written, UTF_8);

        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD").doesNotContain("\r\nATTENDEE");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(Arrays.stream(text.split("\r\n")).map(line -> line.getBytes(UTF_8).length))
                .allMatch(octets -> octets <= DeadlineCalendar.LONGEST_LINE)
                .contains(DeadlineCalendar.LONGEST_LINE);
        assertThat(value(events(written).get(0), Property.SUMMARY))
                .isEqualTo("Ends by law: AIA-73-2: Report (" + title.replace("\r\n", " ") + ")");
    }

    @Test
    void without_clocks_it_is_a_calendar_still() throws Exception {
        byte[] written = new DeadlineCalendar("Clinic", URI.create("https://fixtrail.example.org/")).write();

        assertThat(events(written)).isEmpty();
        assertThat(parsed(written).validate().getEntries()).isEmpty();
    }

    @Test
    void the_same_clocks_give_the_same_bytes() {
        assertThat(written(legal(ClockState.RUNNING, "a", STRICT)))
                .isEqualTo(written(legal(ClockState.RUNNING, "a", STRICT)));
    }

    private static DeadlineEntry legal(ClockState state, String failure, Instant strict) {
        return new DeadlineEntry(
                CLOCK,
                "AIA-73-2: Report",
                true,
                state,
                "High",
                "Market surveillance authority, Germany",
                strict,
                LEGAL,
                ZoneId.of("Europe/Berlin"),
                failure,
                "Dosing, assistant; old",
                7,
                CHANGED);
    }

    private static byte[] written(DeadlineEntry entry) {
        DeadlineCalendar calendar = new DeadlineCalendar("Clinic", URI.create("https://fixtrail.example.org/"));
        calendar.add(entry);
        return calendar.write();
    }

    private static Calendar parsed(byte[] written) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(written));
    }

    private static List<VEvent> events(byte[] written) throws Exception {
        Calendar calendar = parsed(written);
        assertThat(calendar.validate().getEntries()).isEmpty();
        return calendar.getComponents(Component.VEVENT);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
