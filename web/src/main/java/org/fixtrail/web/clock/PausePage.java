package org.fixtrail.web.clock;

import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.clock.Pause;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.pause.NewPause;
import org.fixtrail.services.pause.PauseClocks;
import org.fixtrail.services.pause.PauseView;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** The pauses of one failure, on its page. */
@Named
@ViewScoped
public class PausePage implements Serializable {
    private static final long serialVersionUID = 1;

    private final PauseClocks clocks;
    private final Show show;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private transient @Nullable PauseView view;

    @Inject
    public PausePage(PauseClocks clocks, Show show) {
        this.clocks = clocks;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected PausePage() {
        this(null, null);
    }

    /** Asked for once in each request. */
    public PauseView view(UUID failure) {
        PauseView known = view;
        if (known == null) {
            known = clocks.of(failure);
            view = known;
        }
        return known;
    }

    public void pause(UUID failure) {
        NewPause wanted =
                new NewPause(Choice.of(PauseReason.class, entered.get("reason")), text("party"), text("note"));
        answers.ask(() -> clocks.pause(failure, wanted))
                .ifPresent(id -> back(failure, "The clocks of targets that allow it stand still from now on."));
    }

    public void resume(UUID failure, Pause pause) {
        Optional<Instant> at = show.wall().parse(text("at"));
        if (at.isEmpty() && !text("at").isEmpty()) {
            answers.refuse(List.of(new FieldProblem("at", "needs a date and a time, or nothing for now")));
            return;
        }
        answers.ask(() -> clocks.resume(failure, pause.reason(), at.orElse(null), text("resumeNote")))
                .ifPresent(
                        id -> back(failure, "The clocks run again. Their deadlines moved by the time of the pause."));
    }

    private static void back(UUID failure, String said) {
        Pages.go("/failure/show.xhtml", Map.of("id", new FailureId(failure).toString()), said);
    }

    private String text(String field) {
        return requireNonNullElse(entered.get(field), "").strip();
    }

    public String who(UUID failure, Actor actor) {
        return view(failure)
                .names()
                .getOrDefault(actor.id(), show.words(actor.kind().name()));
    }

    public List<Option> reasons(UUID failure) {
        return Option.of(view(failure).allowed().toArray(PauseReason[]::new), PauseReason::label);
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }
}
