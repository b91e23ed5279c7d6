package org.fixtrail.services.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockBasis;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.Deadline;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.obligation.Addressee;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.services.notification.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockMailTest {
    private static final UUID FAILURE = UUID.fromString("0b5a3f0e-9f35-4a86-9d8c-3c1c8a1f2d11");
    private static final Instant START = Instant.parse("2026-03-27T08:00:00Z");
    private static final Instant WARN = Instant.parse("2026-03-29T12:48:00Z");
    private static final Instant END = Instant.parse("2026-03-30T08:00:00Z");

    @Test
    void a_breach_mail_says_what_was_missed_and_by_how_much() {
        Message mail = breach("Emergency missed", END.plusSeconds(7_500), null);

        assertThat(mail.kind()).isEqualTo("target.breached");
        assertThat(mail.subject()).isEqualTo("Target missed: Emergency missed");
        assertThat(mail.text()).isEqualTo("""
                An internal target was missed.

                Failure: Emergency missed
                AI system: Health assistant
                Severity: High
                Target: High: Detected to Deployed within 3 days
                Detected: 27 March 2026 09:00 Europe/Paris (27 March 2026 08:00 UTC)
                Deadline: 30 March 2026 10:00 Europe/Paris (30 March 2026 08:00 UTC)
                Late by: 2 hours 5 minutes

                https://fixtrail.example.org/failure/show.xhtml?id=F-0b5a3f0e-9f35-4a86-9d8c-3c1c8a1f2d11

                Choose which mails you get, and when: https://fixtrail.example.org/account/mails.xhtml
                """);
    }

    @Test
    void a_breach_that_was_met_by_then_says_so() {
        Message mail = breach("Emergency missed", END.plusSeconds(90_000), END.plusSeconds(86_400));

        assertThat(mail.text())
                .contains(
                        "Late by: 1 day\nReached after all: 31 March 2026 10:00 Europe/Paris (31 March 2026 08:00 UTC)");
    }

    @Test
    void a_warning_says_how_much_time_is_left() {
        Message mail = mail(ClockChange.WARNED, "Emergency missed", WARN, null, "UTC");

        assertThat(mail.kind()).isEqualTo("target.warned");
        assertThat(mail.subject()).isEqualTo("Target at risk: Emergency missed");
        assertThat(mail.text())
                .contains("is at risk")
                .contains("Detected: 27 March 2026 08:00 UTC\n")
                .contains("Time left: 19 hours 12 minutes\n");
    }

    @Test
    void the_html_form_says_the_same_and_shows_markup_as_text() {
        Message mail = breach("<script>alert('x')</script> & \"more\"", END.plusSeconds(1), null);

        assertThat(mail.html())
                .contains(">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;</td>")
                .contains(">less than a minute</td>")
                .contains(" href=\"https://fixtrail.example.org/failure/show.xhtml?id=F-" + FAILURE + "\"")
                .doesNotContain("<script")
                .doesNotContain("alert('x')");
    }

    @Test
    void a_title_starts_no_header_and_no_line_of_its_own_and_does_not_turn_the_text_around() {
        Message mail = breach("a\r\nBcc: thief@example.org\u2028b\u202Ec\u0000d\te", END, null);

        assertThat(mail.subject()).isEqualTo("Target missed: a Bcc: thief@example.org b c d e");
        assertThat(mail.text()).contains("Failure: a Bcc: thief@example.org b c d e\n");
    }

    @Test
    void a_long_title_is_cut_in_the_subject_only_and_never_inside_a_sign() {
        String title = "😀".repeat(500);
        Message mail = breach(title, END, null);

        assertThat(mail.subject()).isEqualTo("Target missed: " + "😀".repeat(119) + "…");
        assertThat(mail.text()).contains("Failure: " + title + "\n");
    }

    @Test
    void a_title_in_another_script_stays_as_it_is() {
        assertThat(breach("不正確な回答 – Größe", END, null).subject()).isEqualTo("Target missed: 不正確な回答 – Größe");
    }

    @Test
    void a_legal_duty_names_addressee_place_and_both_ends() {
        ClockBasis basis = new ClockBasis(
                "AIA-73-4",
                "2026-11-20",
                ZoneId.of("Europe/Berlin"),
                "DE",
                StartEvent.AWARE_SERIOUS_INCIDENT,
                "mail of a hospital",
                Addressee.MARKET_SURVEILLANCE_AUTHORITY,
                List.of(),
                List.of());
        ClockEvent event = new ClockEvent(
                UUID.randomUUID(),
                new UUID(5, 5),
                FAILURE,
                UUID.randomUUID(),
                ClockChange.OVERDUE,
                "AIA-73-4: Serious incident with a death",
                new Deadline(START, WARN, END, END.plusSeconds(3_600), END.plusSeconds(7_200)),
                ClockState.OVERDUE_STRICT,
                null,
                "",
                basis.text());

        Message mail = ClockMail.write(
                ClockNews.of(event).orElseThrow(),
                new ClockNotice(
                        event,
                        new FailureId(FAILURE),
                        "Wrong dose",
                        "Health assistant",
                        "High",
                        "awareness of the serious incident",
                        null,
                        Jurisdiction.DE,
                        ZoneId.of("UTC"),
                        true,
                        END.plusSeconds(60),
                        URI.create("https://fixtrail.example.org/")));

        assertThat(mail.kind()).isEqualTo("clock.overdue");
        assertThat(mail.subject()).isEqualTo("Legal duty overdue: Wrong dose");
        assertThat(mail.text())
                .contains("Report to: market surveillance authority of the member state of the incident, Germany\n")
                .contains("Awareness of the serious incident: 27 March 2026 08:00 UTC\n")
                .contains("Elapsed time ends: 30 March 2026 08:00 UTC\nEnds by law: 30 March 2026 10:00 UTC\n")
                .contains("Time left by law: 1 hour 59 minutes\n")
                .contains("/clock/show.xhtml?id=" + new UUID(5, 5))
                .contains("- Acknowledge it\n", "/escalation/acknowledge.xhtml?id=" + new UUID(5, 5) + "\n");
        assertThat(mail.escalated("Nobody has.").subject()).isEqualTo("Escalated: Legal duty overdue: Wrong dose");
        assertThat(mail.escalated("Nobody has.").text()).endsWith("\nNobody has.\n");
    }

    private static Message breach(String title, Instant now, @Nullable Instant met) {
        return mail(ClockChange.BREACHED, title, now, met, "Europe/Paris");
    }

    private static Message mail(ClockChange what, String title, Instant now, @Nullable Instant met, String zone) {
        ClockEvent event = new ClockEvent(
                UUID.randomUUID(),
                UUID.randomUUID(),
                FAILURE,
                UUID.randomUUID(),
                what,
                "High: Detected to Deployed within 3 days",
                new Deadline(START, WARN, END, END, END),
                ClockState.BREACHED,
                met,
                "",
                "");
        return ClockMail.write(
                ClockNews.of(event).orElseThrow(),
                new ClockNotice(
                        event,
                        new FailureId(FAILURE),
                        title,
                        "Health assistant",
                        "High",
                        "Detected",
                        met,
                        null,
                        ZoneId.of(zone),
                        false,
                        now,
                        URI.create("https://fixtrail.example.org/")));
    }
}
