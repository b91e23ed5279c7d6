package org.fixtrail.services.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A mail in its form for the wire, which knows whether all of it was written. */
final class SmtpMessage extends MimeMessage {
    private static final String UTF_8 = "UTF-8";

    private final String messageId;
    private boolean written;

    /** @throws MessagingException when an address is none */
    SmtpMessage(Session session, InternetAddress from, Mail mail) throws MessagingException {
        super(session);
        this.messageId = mail.messageId();
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        // the library would let a line break through, and what follows it would be a header of its own
        setSubject(mail.subject().replaceAll("[\\r\\n]+", " "), UTF_8);
        setSentDate(Date.from(mail.writtenAt()));
        // RFC 3834: holiday programs keep silent
        setHeader("Auto-Submitted", "auto-generated");
        if (mail.thread() != null) {
            // RFC 5322, 3.6.4: mail programs show those that answer to the same one together
            setHeader("In-Reply-To", mail.thread());
            setHeader("References", mail.thread());
        }
        if (mail.unsubscribe() != null) {
            setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (mail.repeat()) {
            setHeader("X-Fixtrail-Repeat", "possible");
        }
        setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        saveChanges();
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        written = true;
    }

    /** From then on the server may have it all. */
    boolean wasWritten() {
        return written;
    }
}
