package org.fixtrail.domain.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** One attempt to send a notification, and what came of it. */
@Entity
@Table(name = "notification_try")
public class NotificationTry extends Act {
    @Column(name = "notification_id")
    private UUID notificationId;

    @Column(name = "number")
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "outcome")
    private TryOutcome outcome;

    @Column(name = "answer")
    private String answer;

    @SuppressWarnings("NullAway.Init")
    protected NotificationTry() {}

    public NotificationTry(UUID id, UUID notificationId, int number, TryOutcome outcome, String answer) {
        super(id);
        this.notificationId = notificationId;
        this.number = number;
        this.outcome = outcome;
        this.answer = answer;
    }

    public UUID notificationId() {
        return notificationId;
    }

    public int number() {
        return number;
    }

    public TryOutcome outcome() {
        return outcome;
    }

    public String answer() {
        return answer;
    }

    @Override
    public ActType type() {
        return ActType.NOTIFICATION_TRIED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("notificationId", notificationId)
                .and("number", number)
                .and("outcome", outcome)
                .and("answer", answer)
                .map();
    }
}
