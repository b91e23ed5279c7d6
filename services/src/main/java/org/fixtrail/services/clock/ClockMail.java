package org.fixtrail.services.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fixtrail.domain.clock.ClockBasis;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.services.notification.MailPage;
import org.fixtrail.services.notification.MailText;
import org.fixtrail.services.notification.Message;

/** Writes the mail about a clock: the same lines as text and as HTML. */
final class ClockMail {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);
    private static final int LONGEST_TITLE = 120;

    private final ClockNotice notice;
    private final ClockEvent event;
    private final ClockNews news;
    private final boolean breach;

    private ClockMail(ClockNews news, ClockNotice notice) {
        this.news = news;
        this.notice = notice;
        this.event = notice.event();
        this.breach = event.what() == ClockChange.BREACHED;
    }

    static Message write(ClockNews news, ClockNotice notice) {
        ClockMail mail = new ClockMail(news, notice);
        MailPage page = mail.page();
        return new Message(
                news.kind(),
                mail.event.clockId(),
                mail.event.failureId(),
                mail.event.systemId(),
                mail.subject(),
                page.text(),
                page.html());
    }

    private String subject() {
        return news.subject() + ": " + shortened(MailText.oneLine(notice.title()));
    }

    private MailPage page() {
        boolean legal = event.basis().isPresent();
        MailPage page = MailPage.of(news.tone(), news.headline())
                .facts(facts())
                .button(legal ? "Open the clock" : "Open the failure", notice.link());
        if (notice.waits()) {
            page.item(
                    "Acknowledge it",
                    "Until somebody does, it goes up to the next people of the escalation chain.",
                    notice.acknowledgeLink());
        }
        return page.note("Choose which mails you get, and when: " + notice.mailsLink());
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Failure", MailText.oneLine(notice.title()));
        facts.put("AI system", MailText.oneLine(notice.system()));
        facts.put("Severity", notice.severity());
        Optional<ClockBasis> basis = event.basis();
        facts.put(basis.isPresent() ? "Duty" : "Target", event.obligation());
        basis.ifPresent(known -> facts.put("Report to", known.addressee().label() + notice.placeWords()));
        facts.put(capital(notice.startEvent()), moment(event.startedAt()));
        if (basis.isPresent()) {
            facts.put("Elapsed time ends", moment(event.strictAt()));
        }
        facts.put(basis.isPresent() ? "Ends by law" : "Deadline", moment(event.legalAt()));
        if (event.what() == ClockChange.WARNED) {
            facts.put("Warning", event.reason());
        }
        if (event.what() == ClockChange.RECOMPUTED) {
            facts.put("Why", event.reason());
        }
        facts.put(breach ? "Late by" : basis.isPresent() ? "Time left by law" : "Time left", margin());
        Instant met = notice.metAt();
        if (met != null) {
            facts.put("Reached after all", moment(met));
        }
        return facts;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
