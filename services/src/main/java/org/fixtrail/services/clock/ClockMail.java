package org.fixtrail.services.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.services.notification.MailPage;
import org.fixtrail.services.notification.MailText;
import org.fixtrail.services.notification.Message;

/** Writes the mail about a warning or a breach: the same lines as text and as HTML. */
final class ClockMail {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);
    private static final int LONGEST_TITLE = 120;

    private final ClockNotice notice;
    private final ClockEvent event;
    private final boolean breach;

    private ClockMail(ClockNotice notice) {
        this.notice = notice;
        this.event = notice.event();
        this.breach = event.what() == ClockChange.BREACHED;
    }

    static Message write(ClockNotice notice) {
        ClockMail mail = new ClockMail(notice);
        MailPage page = mail.page();
        return new Message(
                mail.breach ? "target.breached" : "target.warned",
                mail.event.clockId(),
                mail.event.failureId(),
                mail.event.systemId(),
                mail.subject(),
                page.text(),
                page.html());
    }

    private String subject() {
        return (breach ? "Target missed: " : "Target at risk: ") + shortened(MailText.oneLine(notice.title()));
    }

    private MailPage page() {
        return MailPage.of(
                        breach ? MailPage.Tone.ALARM : MailPage.Tone.WARNING,
                        breach ? "An internal target was missed." : "An internal target is at risk.")
                .facts(facts())
                .button("Open the failure", notice.link())
                .note("Choose which mails you get, and when: " + notice.mailsLink());
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Failure", MailText.oneLine(notice.title()));
        facts.put("AI system", MailText.oneLine(notice.system()));
        facts.put("Severity", notice.severity());
        facts.put("Target", event.obligation());
        facts.put(notice.startEvent(), moment(event.startedAt()));
        facts.put("Deadline", moment(event.legalAt()));
        facts.put(breach ? "Late by" : "Time left", margin());
        Instant met = notice.metAt();
        if (met != null) {
            facts.put("Reached after all", moment(met));
        }
        return facts;
    }

    private String margin() {
        Instant met = notice.metAt();
        Instant until = met == null ? notice.now() : met;
        Duration margin = Duration.between(event.legalAt(), until).abs();
        return Spans.words(margin);
    }

    private String moment(Instant at) {
        String here = at(at, notice.zone());
        String utc = at(at, ZoneOffset.UTC);
        return here.equals(utc) ? here : here + " (" + utc + ")";
    }

    private static String at(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone)) + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }
}
