package org.fixtrail.services.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.webhook.WebhookEndpoint;
import org.fixtrail.domain.webhook.WebhookEvent;
import org.fixtrail.services.notification.Message;
import org.fixtrail.services.notification.Outbox;
import org.jspecify.annotations.Nullable;

/** Where a use case leaves what the organisation's programs are to be told, in its own transaction. */
@ApplicationScoped
public class Webhooks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager em;
    private final Outbox outbox;

    @Inject
    public Webhooks(EntityManager em, Outbox outbox) {
        this.em = em;
        this.outbox = outbox;
    }

    @SuppressWarnings("NullAway")
    protected Webhooks() {
        this(null, null);
    }

    /**
     * What happened, to which clock, failure and AI system.
     *
     * @param title what it is about, for people who look at the outbox
     * @param data names, ids and times alone: text, numbers or null
     */
    public record News(
            WebhookEvent event,
            Instant at,
            @Nullable UUID clockId,
            @Nullable UUID failureId,
            @Nullable UUID systemId,
            String title,
            Map<String, @Nullable Object> data) {}

    public void tell(News news) {
        List<WebhookEndpoint> endpoints = em.createQuery(
                        "select e from WebhookEndpoint e where e.offReason is null order by e.id",
                        WebhookEndpoint.class)
                .getResultList();
        for (WebhookEndpoint endpoint : endpoints) {
            if (endpoint.events().contains(news.event())) {
                outbox.post(
                        endpoint.id(),
                        endpoint.address(),
                        new Message(
                                news.event().type(),
                                news.clockId(),
                                news.failureId(),
                                news.systemId(),
                                news.title(),
                                body(news.event().type(), news.at(), news.data()),
                                ""));
            }
        }
    }

    void test(WebhookEndpoint endpoint, Instant now) {
        outbox.post(
                endpoint.id(),
                endpoint.address(),
                Message.ofOrganisation(
                        WebhookEvent.TEST,
                        "Test of a webhook",
                        body(WebhookEvent.TEST, now, Map.of("message", "This is a test.")),
                        ""));
    }

    /** As Standard Webhooks has it. */
    private static String body(String type, Instant at, Map<String, @Nullable Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("data", data);
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message could not be written", e);
        }
    }
}
