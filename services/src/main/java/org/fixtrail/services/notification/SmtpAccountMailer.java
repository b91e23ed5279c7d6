package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.AccountMailer;

/** Sends by the same mail server as notifications. */
@ApplicationScoped
public class SmtpAccountMailer implements AccountMailer {
    private static final Logger LOG = Logger.getLogger(SmtpAccountMailer.class.getName());

    private final MailSender sender;
    private final Clock clock;

    @Inject
    public SmtpAccountMailer(MailSender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SmtpAccountMailer() {
        this(null, null);
    }

    @Override
    public boolean isConfigured() {
        return sender.isConfigured();
    }

    @Override
    public Optional<String> send(String recipient, String subject, String text) {
        Mail mail = new Mail(
                recipient,
                subject,
                text,
                MailText.html(text),
                Instant.now(clock),
                "<" + UUID.randomUUID() + "@fixtrail>",
                null,
                null,
                false);
        Optional<String> problem = answer(mail);
        problem.ifPresent(reason -> LOG.log(Level.WARNING, () -> "a mail about an account did not go out: " + reason));
        return problem;
    }

    private Optional<String> answer(Mail mail) {
        try (MailLine line = sender.open()) {
            SendAnswer answer = line.send(mail);
            if (answer instanceof SendAnswer.Refused refused) {
                return Optional.of(refused.reply());
            }
            return answer instanceof SendAnswer.Broken broken ? Optional.of(broken.reason()) : Optional.empty();
        } catch (MailUnreachable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
