package org.fixtrail.services.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands mails to the organisation's own SMTP server. */
@ApplicationScoped
public class SmtpSender implements MailSender {
    private static final Logger LOG = Logger.getLogger(SmtpSender.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(20);

    private final MailSettings settings;

    @Inject
    public SmtpSender(
            @ConfigProperty(name = "fixtrail.mail.host") Optional<String> host,
            @ConfigProperty(name = "fixtrail.mail.port", defaultValue = "25") int port,
            @ConfigProperty(name = "fixtrail.mail.from", defaultValue = "fixtrail@localhost") String from,
            @ConfigProperty(name = "fixtrail.mail.user") Optional<String> user,
            @ConfigProperty(name = "fixtrail.mail.password") Optional<String> password,
            @ConfigProperty(name = "fixtrail.mail.tls", defaultValue = "none") String tls,
            @ConfigProperty(name = "fixtrail.mail.trusted-certificates") Optional<String> trusted) {
        this(new MailSettings(
                host.orElse(null),
                port,
                from,
                user.orElse(null),
                password.orElse(null),
                MailTls.parse(tls),
                trusted.map(Path::of).orElse(null),
                CONNECT,
                READ));
    }

    SmtpSender(MailSettings settings) {
        this.settings = settings;
    }

    protected SmtpSender() {
        this(new MailSettings(null, 25, "", null, null, MailTls.NONE, null, CONNECT, READ));
    }

    @Override
    public boolean isConfigured() {
        return settings.host() != null;
    }

    @Override
    public MailLine open() throws MailUnreachable {
        try {
            Session session = Session.getInstance(settings.properties());
            InternetAddress from = new InternetAddress(settings.from(), true);
            Transport transport = session.getTransport("smtp");
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            return new Line(session, from, transport, settings.toString());
        } catch (AddressException e) {
            throw new MailUnreachable("fixtrail.mail.from is not an address: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MailUnreachable("fixtrail.mail.trusted-certificates: " + e.getMessage(), e);
        } catch (MessagingException e) {
            throw new MailUnreachable(SmtpReply.reason(e), e);
        }
    }

    private record Line(Session session, InternetAddress from, Transport transport, String server) implements MailLine {
        @Override
        public SendAnswer send(Mail mail) {
            SmtpMessage message;
            try {
                message = new SmtpMessage(session, from, mail);
            } catch (MessagingException e) {
                return new SendAnswer.Refused(true, "this mail cannot be written: " + SmtpReply.reason(e));
            }
            try {
                transport.sendMessage(message, recipients(message));
                return new SendAnswer.Taken("taken by " + server);
            } catch (MessagingException e) {
                LOG.log(Level.FINE, e, () -> "mail " + mail.messageId() + " was not taken");
                return SmtpReply.refusal(e)
                        .<SendAnswer>map(reply -> new SendAnswer.Refused(SmtpReply.isPermanent(reply), reply))
                        .orElseGet(() -> new SendAnswer.Broken(message.wasWritten(), SmtpReply.reason(e)));
            }
        }

        private static Address[] recipients(SmtpMessage message) throws MessagingException {
            return message.getAllRecipients();
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.log(Level.FINE, e, () -> "the mail server hung up first");
            }
        }
    }
}
