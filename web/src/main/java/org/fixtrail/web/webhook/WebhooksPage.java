package org.fixtrail.web.webhook;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.webhook.WebhookEvent;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.webhook.ManageWebhooks;
import org.fixtrail.services.webhook.ManageWebhooks.LogLine;
import org.fixtrail.services.webhook.ManageWebhooks.ShownSecret;
import org.fixtrail.services.webhook.ManageWebhooks.WebhookRow;
import org.fixtrail.services.webhook.NewWebhook;
import org.fixtrail.web.access.PageMessages;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** The webhooks of the organisation, for administrators: what is called, and what became of it. */
@Named
@ViewScoped
public class WebhooksPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int USUAL_OVERLAP_HOURS = 24;
    private static final Map<String, String> LABELS = Map.of(
            "address", "Address",
            "events", "Events",
            "description", "What it is for",
            "overlapHours", "Old secret",
            "reason", "Reason");

    private final ManageWebhooks webhooks;

    private transient List<WebhookRow> rows = List.of();
    private transient List<LogLine> log = List.of();
    private @Nullable UUID chosen;
    private String chosenName = "";
    private boolean logShown;
    private String address = "";
    private String description = "";
    private String reason = "";
    private WebhookEvent[] events = {};
    private int overlapHours = USUAL_OVERLAP_HOURS;

    @Inject
    public WebhooksPage(ManageWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @SuppressWarnings("NullAway")
    protected WebhooksPage() {
        this(null);
    }

    /** Before the page is drawn, at each request. */
    public void open() {
        PageMessages.open(() -> {
            rows = webhooks.list();
            UUID id = chosen;
            log = logShown && id != null ? webhooks.log(id) : List.of();
        });
    }

    public void startAdding() {
        chosen = null;
        chosenName = "";
        address = "https://";
        description = "";
        events = WebhookEvent.values();
    }

    /** Begins to change one, to give it another secret, or to switch it off. */
    public void choose(WebhookRow row) {
        chosen = row.id();
        chosenName = row.description();
        address = row.address();
        description = row.description();
        events = row.events().toArray(new WebhookEvent[0]);
        overlapHours = USUAL_OVERLAP_HOURS;
        reason = "";
    }

    public void save() {
        NewWebhook wanted = new NewWebhook(address, Set.of(events), description);
        UUID id = chosen;
        if (id == null) {
            show(webhooks.add(wanted));
        } else {
            said(webhooks.change(id, wanted), "\"" + wanted.description() + "\" is changed.");
        }
    }

    public void rotate() {
        UUID id = chosen;
        if (id != null) {
            show(webhooks.rotate(id, overlapHours));
        }
    }

    public void switchOff() {
        UUID id = chosen;
        if (id != null) {
            said(webhooks.switchOff(id, reason), "\"" + chosenName + "\" is switched off.");
        }
    }

    public void switchOn(WebhookRow row) {
        said(webhooks.switchOn(row.id()), "\"" + row.description() + "\" is switched on.");
    }

    public void test(WebhookRow row) {
        choose(row);
        said(
                webhooks.test(row.id()),
                "A test is on its way to \"" + row.description() + "\": its log tells what came of it.");
        logShown = true;
    }

    public void showLog(WebhookRow row) {
        choose(row);
        logShown = true;
    }

    /** Looks at the log once more. */
    public void look() {
        logShown = true;
    }

    public void resend(LogLine line) {
        said(webhooks.resend(line.id()), "It is sent again within seconds.");
    }

    public void resendAll() {
        UUID id = chosen;
        if (id != null) {
            PageMessages.value(webhooks.resendAll(id), LABELS)
                    .ifPresent(many -> PageMessages.done(many + " are sent again within seconds."));
        }
    }

    private static void show(Outcome<ShownSecret> outcome) {
        PageMessages.value(outcome, LABELS).ifPresent(secret -> {
            PageMessages.showOnce("shownSecret", secret);
            hideDialogs();
            PrimeFaces.current().executeScript("PF('secretDialog').show()");
        });
    }

    private static void said(Outcome<UUID> outcome, String done) {
        PageMessages.value(outcome, LABELS).ifPresent(id -> {
            PageMessages.done(done);
            PrimeFaces.current().ajax().update("webhooks");
            hideDialogs();
        });
    }

    private static void hideDialogs() {
        PrimeFaces.current()
                .executeScript("['editDialog', 'rotateDialog', 'offDialog'].filter(d => PrimeFaces.widgets[d])"
                        + ".forEach(d => PF(d).hide())");
    }

    public String label(DeliveryState state) {
        return switch (state) {
            case PENDING -> "Waiting";
            case SENDING -> "Being sent";
            case SENT -> "Taken";
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

    public List<WebhookRow> getRows() {
        return rows == null ? List.of() : rows;
    }

    public List<LogLine> getLog() {
        return log == null ? List.of() : log;
    }

    public boolean isLogShown() {
        return logShown && chosen != null;
    }

    /** Whether one is changed, not added. */
    public boolean isChanging() {
        return chosen != null;
    }

    public List<WebhookEvent> getKinds() {
        return List.of(WebhookEvent.values());
    }

    public String getChosenName() {
        return chosenName;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address == null ? "" : address;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description == null ? "" : description;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public WebhookEvent[] getEvents() {
        return events.clone();
    }

    public void setEvents(WebhookEvent @Nullable [] events) {
        this.events = events == null ? new WebhookEvent[0] : events.clone();
    }

    public int getOverlapHours() {
        return overlapHours;
    }

    public void setOverlapHours(int overlapHours) {
        this.overlapHours = overlapHours;
    }
}
