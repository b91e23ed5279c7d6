package org.fixtrail.web.failure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Takes a transition of a failure back. */
@Named
@ViewScoped
public class FailureRetractPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final ShowFailure showFailure;
    private final MoveFailure moveFailure;
    private final Map<String, String> asked = new HashMap<>();
    private final Answers answers = new Answers();
    private transient @Nullable TrailItem item;
    private @Nullable String reason;

    @Inject
    public FailureRetractPage(ShowFailure showFailure, MoveFailure moveFailure) {
        this.showFailure = showFailure;
        this.moveFailure = moveFailure;
    }

    @SuppressWarnings("NullAway")
    protected FailureRetractPage() {
        this(null, null);
    }

    public void load() {
        Pages.require(Permission.CORRECT_RECORD);
        item = TrailItem.of(showFailure.one(Pages.failureId(asked.get("id")))).stream()
                .filter(candidate -> candidate.fact().id().equals(transitionId()))
                .findFirst()
                .orElseThrow(() -> new NotFound("transition"));
    }

    public void retract() {
        UUID failure = Pages.failureId(asked.get("id"));
        answers.ask(() -> moveFailure.retract(failure, transitionId(), reason == null ? "" : reason))
                .ifPresent(moved -> Pages.go(
                        "/failure/show.xhtml",
                        Map.of("id", String.valueOf(asked.get("id"))),
                        moved.stage().label() + " is taken back. It stays on record as taken back."));
    }

    private UUID transitionId() {
        return Pages.id(asked.get("transition"), "transition");
    }

    public Map<String, String> getAsked() {
        return asked;
    }

    public Answers getAnswers() {
        return answers;
    }

    public @Nullable TrailItem getItem() {
        return item;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
