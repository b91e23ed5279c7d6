package org.fixtrail.services.digest;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.services.notification.MailPage;
import org.fixtrail.services.notification.MailText;
import org.fixtrail.services.notification.Message;

/**
 * What a digest says. Of users' words it holds the names of failure and AI system and no more, as the mails about clocks do.
 *
 * @param missed since the last digest, the newest first
 * @param running the next due first
 * @param more how many run beyond those
 * @param zone of the reader
 */
record Digest(List<Line> missed, List<Line> running, long more, ZoneId zone, URI baseUrl) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm VV", Locale.ENGLISH);

    /** A clock and what it is about. */
    record Line(FailureId failure, String title, String system, String obligation, Instant deadline) {}

    boolean isEmpty() {
        return missed.isEmpty() && running.isEmpty();
    }

    Message write() {
        MailPage page = MailPage.of(missed.isEmpty() ? MailPage.Tone.CALM : MailPage.Tone.ALARM, title());
        if (!missed.isEmpty()) {
            page.heading("Missed since the last digest");
            missed.forEach(line -> add(page, line, "was due "));
        }
        if (!running.isEmpty()) {
            page.heading("Running, next due first");
            running.forEach(line -> add(page, line, "due "));
        }
        if (more > 0) {
            page.item("and " + more + " more", "all that run", base() + "/clock/list.xhtml");
        }
        page.note("You get this once a day, if there is something to say. Choose your mails: " + base()
                + "/account/mails.xhtml");
        return Message.ofOrganisation(Message.DIGEST, "Fixtrail today: " + title(), page.text(), page.html());
    }

    private String title() {
        String runs = (running.size() + more) + (running.size() + more == 1 ? " clock runs" : " clocks run");
        return missed.isEmpty() ? runs : missed.size() + " missed, " + runs;
    }

    private void add(MailPage page, Line line, String due) {
        page.item(
                MailText.oneLine(line.title()),
                MailText.oneLine(line.system()) + "; " + line.obligation() + "; " + due
                        + MOMENT.format(line.deadline().atZone(zone)),
                base() + "/failure/show.xhtml?id=" + line.failure());
    }

    private String base() {
        String base = baseUrl.toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
