package org.fixtrail.web.notification;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.notification.Channel;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.services.notification.FindNotifications;
import org.fixtrail.services.notification.ResendNotification;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The outbox: what was sent, what was not, and why; and one mail with all that was tried. */
@Named
@ViewScoped
public class OutboxPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final FindNotifications notifications;
    private final ResendNotification resend;
    private final PagedRows<FindNotifications.NotificationRow> rows;
    private final Map<String, String> asked = new HashMap<>();
    private final Answers answers = new Answers();
    private transient FindNotifications.@Nullable NotificationView view;

    @Inject
    public OutboxPage(FindNotifications notifications, ResendNotification resend) {
        this.notifications = notifications;
        this.resend = resend;
        this.rows = new PagedRows<>(
                page -> this.notifications.list(states(), channel(), null, page),
                row -> row.notification().id());
    }

    @SuppressWarnings("NullAway")
    protected OutboxPage() {
        this(null, null);
    }

    /** Before the list is drawn. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
    }

    /** For the page of one mail. */
    public void load() {
        view = notifications.one(id());
    }

    public void resend() {
        answers.ask(() -> resend.resend(id()))
                .ifPresent(again -> Pages.go(
                        "/outbox/show.xhtml",
                        Map.of("id", again.toString()),
                        "It will be tried again within a minute."));
    }

    /** All that are given up and chosen by the filter; at most 500 at once. */
    public void resendAll() {
        answers.ask(() -> resend.resendAll(channel()))
                .ifPresent(many -> Pages.go(
                        "/outbox/list.xhtml",
                        Map.of("state", "FAILED"),
                        many + " will be tried again within a minute."));
    }

    private UUID id() {
        return Pages.id(asked.get("id"), "notification");
    }

    private Set<DeliveryState> states() {
        DeliveryState state = Choice.of(DeliveryState.class, asked.get("state"));
        return state == null ? Set.of() : Set.of(state);
    }

    private @Nullable Channel channel() {
        return Choice.of(Channel.class, asked.get("channel"));
    }

    public String label(DeliveryState state) {
        return switch (state) {
            case PENDING -> "Waiting";
            case SENDING -> "Being sent";
            case SENT -> "Sent";
            case FAILED -> "Given up";
        };
    }

    public String style(DeliveryState state) {
        return switch (state) {
            case PENDING, SENDING -> "ft-mark ft-mark-accent";
            case SENT -> "ft-mark ft-mark-good";
            case FAILED -> "ft-mark ft-mark-bad";
        };
    }

    public List<Option> getStates() {
        return Option.of(DeliveryState.values(), this::label);
    }

    public List<Option> getChannels() {
        return Option.of(Channel.values(), Channel::label);
    }

    /** Whether the list is of those that were given up, all of which can be sent again at once. */
    public boolean isGivenUp() {
        return states().contains(DeliveryState.FAILED);
    }

    public boolean isFiltered() {
        return !states().isEmpty() || channel() != null;
    }

    /** What the address asks for, by the name of the parameter. */
    public Map<String, String> getAsked() {
        return asked;
    }

    public PagedRows<FindNotifications.NotificationRow> getRows() {
        return rows;
    }

    public FindNotifications.@Nullable NotificationView getView() {
        return view;
    }

    public Answers getAnswers() {
        return answers;
    }
}
