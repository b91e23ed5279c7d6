package org.fixtrail.services.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.webhook.WebhookEvent;

/**
 * An endpoint as somebody wants it.
 *
 * @param address that is called
 * @param events what it is told of, at least one
 * @param description what it is for
 */
public record NewWebhook(String address, Set<WebhookEvent> events, String description) {
    private static final int LONGEST_DESCRIPTION = 200;

    public NewWebhook {
        address = address.strip();
        description = description.strip();
        events = Set.copyOf(events);
    }

    List<FieldProblem> problems(WebhookAddresses addresses) {
        List<FieldProblem> problems = new ArrayList<>();
        addresses.problem(address).ifPresent(problem -> problems.add(new FieldProblem("address", problem)));
        if (events.isEmpty()) {
            problems.add(new FieldProblem("events", "choose at least one"));
        }
        if (description.isEmpty() || description.length() > LONGEST_DESCRIPTION) {
            problems.add(new FieldProblem("description", "must have 1 to " + LONGEST_DESCRIPTION + " characters"));
        }
        return problems;
    }
}
