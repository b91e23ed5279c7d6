package org.fixtrail.web.escalation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.escalation.AcknowledgeNews;
import org.fixtrail.services.escalation.EscalationView;
import org.fixtrail.services.escalation.FindEscalations;
import org.fixtrail.services.triage.ClockView;
import org.fixtrail.services.triage.ShowClock;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/**
 * What of a clock waits for an acknowledgement: on the page that mails lead to, and on that of the clock. Following a link
 * changes nothing, since programs that look into mails do that, too.
 */
@Named
@ViewScoped
public class AcknowledgePage implements Serializable {
    private static final long serialVersionUID = 1;

    private final FindEscalations find;
    private final ShowClock showClock;
    private final AcknowledgeNews acknowledge;
    private final Answers answers = new Answers();
    private @Nullable String id;
    private @Nullable ClockChange seen;
    private transient @Nullable List<EscalationView> all;
    private transient @Nullable ClockView view;

    @Inject
    public AcknowledgePage(FindEscalations find, ShowClock showClock, AcknowledgeNews acknowledge) {
        this.find = find;
        this.showClock = showClock;
        this.acknowledge = acknowledge;
    }

    @SuppressWarnings("NullAway")
    protected AcknowledgePage() {
        this(null, null, null);
    }

    /** Before a page is drawn: what is seen now is what can be acknowledged. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        seen = getAll().stream()
                .filter(EscalationView::isOpen)
                .map(EscalationView::news)
                .findFirst()
                .orElse(null);
    }

    public void acknowledge() {
        ClockChange news = seen;
        if (news != null) {
            UUID clock = Pages.id(id, "clock");
            answers.ask(() -> acknowledge.acknowledge(clock, news))
                    .ifPresent(done -> Pages.go(
                            "/clock/show.xhtml",
                            Map.of("id", clock.toString()),
                            "Acknowledged: it goes up no further. Later news of this clock will."));
        }
    }

    /** Whether the caller's roles allow it. */
    public boolean isAllowed() {
        return CallerContext.get().may(Permission.CLASSIFY_FAILURE)
                || CallerContext.get().may(Permission.ANALYSE_FAILURE)
                || CallerContext.get().may(Permission.REVIEW_FIX);
    }

    /** What waits, as it was when the page was drawn; null for nothing. */
    public @Nullable EscalationView getWaiting() {
        return getAll().stream()
                .filter(each -> each.isOpen() && each.news() == seen)
                .findFirst()
                .orElse(null);
    }

    /** All news of the clock that went up, the newest first; read again where the session was moved to another server. */
    public List<EscalationView> getAll() {
        List<EscalationView> known = all;
        if (known == null) {
            known = find.ofClock(Pages.id(id, "clock"));
            all = known;
        }
        return known;
    }

    public ClockView getView() {
        ClockView known = view;
        if (known == null) {
            known = showClock.one(Pages.id(id, "clock"));
            view = known;
        }
        return known;
    }

    public Answers getAnswers() {
        return answers;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
