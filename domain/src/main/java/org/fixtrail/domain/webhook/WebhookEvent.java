package org.fixtrail.domain.webhook;

import java.util.Arrays;
import java.util.Optional;

/** What an endpoint can be told of; the names are stable for programs. */
public enum WebhookEvent {
    TARGET_WARNED("target.warned", "A target is at risk"),
    TARGET_BREACHED("target.breached", "A target was missed"),
    CLOCK_STARTED("clock.started", "A legal clock started"),
    CLOCK_MOVED("clock.moved", "A legal deadline moved"),
    CLOCK_WARNED("clock.warned", "A legal deadline is near"),
    CLOCK_OVERDUE("clock.overdue", "The elapsed time of a legal duty is over"),
    CLOCK_BREACHED("clock.breached", "A legal deadline was missed");

    /** What a test sends, to any endpoint. */
    public static final String TEST = "webhook.test";

    private final String type;
    private final String label;

    WebhookEvent(String type, String label) {
        this.type = type;
        this.label = label;
    }

    public static Optional<WebhookEvent> ofType(String type) {
        return Arrays.stream(values()).filter(each -> each.type.equals(type)).findFirst();
    }

    public String type() {
        return type;
    }

    public String label() {
        return label;
    }
}
