package org.fixtrail.domain.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, or a message to one endpoint by webhook: then the recipient is the endpoint with its address, the text
 * is what is posted, and there is no HTML.
 */
@Entity
@Table(name = "notification")
public class Notification extends Act {
    @Column(name = "clock_id")
    private @Nullable UUID clockId;

    @Column(name = "failure_id")
    private @Nullable UUID failureId;

    @Column(name = "system_id")
    private @Nullable UUID systemId;

    @Column(name = "kind")
    private String kind;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "recipient")
    private String recipient;

    @Column(name = "subject")
    private String subject;

    @Column(name = "body_text")
    private String bodyText;

    @Column(name = "body_html")
    private String bodyHtml;

    @Column(name = "message_id")
    private String messageId;

    @SuppressWarnings("NullAway.Init")
    protected Notification() {}

    public Notification(
            UUID id,
            @Nullable UUID clockId,
            @Nullable UUID failureId,
            @Nullable UUID systemId,
            String kind,
            UUID recipientId,
            String recipient,
            String subject,
            String bodyText,
            String bodyHtml,
            String messageId) {
        super(id);
        this.clockId = clockId;
        this.failureId = failureId;
        this.systemId = systemId;
        this.kind = kind;
        this.recipientId = recipientId;
        this.recipient = recipient;
        this.subject = subject;
        this.bodyText = bodyText;
        this.bodyHtml = bodyHtml;
        this.messageId = messageId;
    }

    public @Nullable UUID clockId() {
        return clockId;
    }

    @Override
    public @Nullable UUID failureId() {
        return failureId;
    }

    @Override
    public @Nullable UUID systemId() {
        return systemId;
    }

    public String kind() {
        return kind;
    }

    public UUID recipientId() {
        return recipientId;
    }

    public String recipient() {
        return recipient;
    }

    public String subject() {
        return subject;
    }

    public String bodyText() {
        return bodyText;
    }

    public String bodyHtml() {
        return bodyHtml;
    }

    public String messageId() {
        return messageId;
    }

    /**
     * The Message-ID that all mails about the same failure answer to, so that mail programs show them together. No mail has
     * it itself, since there is no first one that everybody got; null for webhooks and for mails about no failure.
     */
    public @Nullable String threadId() {
        int host = messageId.indexOf('@');
        return failureId == null || host < 0 ? null : "<failure-" + failureId + messageId.substring(host);
    }

    @Override
    public ActType type() {
        return ActType.NOTIFICATION_QUEUED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("clockId", clockId)
                .and("failureId", failureId)
                .and("systemId", systemId)
                .and("kind", kind)
                .and("recipientId", recipientId)
                .and("recipient", recipient)
                .and("subject", subject)
                .and("bodyText", bodyText)
                .and("bodyHtml", bodyHtml)
                .and("messageId", messageId)
                .map();
    }
}
