package org.fixtrail.web.failure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.failure.NewFailure;
import org.fixtrail.services.failure.OpenFailure;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;

/** Opens a failure by hand. */
@Named
@ViewScoped
public class FailureOpenPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final OpenFailure openFailure;
    private final FindSystems systems;
    private final Show show;
    private final Clock clock;
    private final FactsForm form = new FactsForm();
    private final Answers answers = new Answers();
    private List<Option> systemOptions = new ArrayList<>();

    @Inject
    public FailureOpenPage(OpenFailure openFailure, FindSystems systems, Show show, Clock clock) {
        this.openFailure = openFailure;
        this.systems = systems;
        this.show = show;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected FailureOpenPage() {
        this(null, null, null, null);
    }

    /** Who may not open failures does not get to fill in the form in vain. */
    public void load() {
        Pages.require(Permission.OPEN_FAILURE);
        systemOptions = new ArrayList<>(Option.of(systems.names()));
    }

    public void open() {
        List<FieldProblem> problems = form.missing();
        UUID system = Choice.id(form.text("system"));
        if (system == null) {
            problems.add(new FieldProblem("systemId", "must be chosen"));
        }
        String entered = Choice.text(form.text("emergedAt"));
        Instant emergedAt = entered == null
                ? Instant.now(clock)
                : show.wall().parse(entered).orElse(null);
        if (emergedAt == null) {
            problems.add(new FieldProblem("emergedAt", "is not a date and time"));
        }
        if (system == null || emergedAt == null || !problems.isEmpty()) {
            answers.refuse(problems);
            return;
        }
        NewFailure wanted = new NewFailure(
                system,
                form.facts(),
                Choice.text(form.text("fingerprint")),
                emergedAt,
                Choice.text(form.text("reference")));
        answers.ask(() -> openFailure.open(wanted))
                .ifPresent(id -> Pages.go(
                        "/failure/show.xhtml",
                        Map.of("id", id.toString()),
                        "The failure is open. Record its detection next."));
    }

    public FactsForm getForm() {
        return form;
    }

    public Answers getAnswers() {
        return answers;
    }

    public List<Option> getSystems() {
        return systemOptions;
    }
}
