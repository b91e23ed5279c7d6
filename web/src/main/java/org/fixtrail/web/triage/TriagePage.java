package org.fixtrail.web.triage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.services.triage.ShowTriage;
import org.fixtrail.services.triage.StateFacts;
import org.fixtrail.services.triage.TriageView;
import org.fixtrail.services.triage.TriageView.RuleLine;
import org.fixtrail.services.triage.TriageView.Standing;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** The questions on a failure, what follows from the answers, and the second person where a clock would go. */
@Named
@ViewScoped
public class TriagePage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final List<StartEvent> FIRST_MOMENTS =
            List.of(StartEvent.AWARE, StartEvent.AWARE_REPORTABLE, StartEvent.AWARE_CAUSAL_LINK);

    private final ShowTriage showTriage;
    private final StateFacts stateFacts;
    private final SecondPerson secondPerson;
    private final Show show;
    private final TriageForm form = new TriageForm();
    private final Answers answers = new Answers();
    private @Nullable String id;
    private boolean tried;
    private String declineReason = "";
    private transient @Nullable TriageView view;

    @Inject
    public TriagePage(ShowTriage showTriage, StateFacts stateFacts, SecondPerson secondPerson, Show show) {
        this.showTriage = showTriage;
        this.stateFacts = stateFacts;
        this.secondPerson = secondPerson;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected TriagePage() {
        this(null, null, null, null);
    }

    public void load() {
        form.fill(getView().facts(), show.wall());
    }

    /** Shows what would follow from the answers as they stand in the form; stores nothing. */
    public void tryOut() {
        if (isReadable()) {
            answers.clear();
            tried = true;
            view = showTriage.preview(failureId(), form.facts(show.wall()));
        }
    }

    public void state() {
        if (!isReadable()) {
            return;
        }
        answers.ask(() -> stateFacts.ofFailure(failureId(), form.facts(show.wall()), form.getReason()))
                .ifPresent(stated -> Pages.go(
                        "/failure/triage.xhtml",
                        Map.of("id", Objects.requireNonNull(id)),
                        stated.waits()
                                ? "The answers are recorded. They would take a clock away or let one end later: they hold"
                                        + " once a second person has confirmed them, and clocks run on until then."
                                : "The answers are recorded, and the clocks follow them."));
    }

    public void confirm(FactSheet sheet) {
        answers.ask(() -> secondPerson.confirm(sheet.id()))
                .ifPresent(done -> Pages.go(
                        "/failure/triage.xhtml",
                        Map.of("id", Objects.requireNonNull(id)),
                        "Confirmed. The clocks follow these answers now."));
    }

    public void decline(FactSheet sheet) {
        answers.ask(() -> secondPerson.decline(sheet.id(), declineReason))
                .ifPresent(done -> Pages.go(
                        "/failure/triage.xhtml",
                        Map.of("id", Objects.requireNonNull(id)),
                        "Declined. The answers of before stay in force."));
    }

    private boolean isReadable() {
        List<FieldProblem> problems = form.problems(show.wall());
        if (!problems.isEmpty()) {
            answers.refuse(problems);
        }
        return problems.isEmpty();
    }

    private UUID failureId() {
        return Pages.failureId(id);
    }

    /** Read again where the session was moved to another server. */
    public TriageView getView() {
        TriageView known = view;
        if (known == null) {
            known = tried ? showTriage.preview(failureId(), form.facts(show.wall())) : showTriage.of(failureId());
            view = known;
        }
        return known;
    }

    /** A flag of its own, beside the places where it happened. */
    public boolean isCrossBorder() {
        return getView().facts().is(Fact.CROSS_BORDER, null).orElse(false);
    }

    /** The lines of one standing, by its name. */
    public List<RuleLine> lines(String standing) {
        return getView().rules(Standing.valueOf(standing));
    }

    /** Who did it, for people. */
    public String who(Actor actor) {
        return getView()
                .names()
                .getOrDefault(actor.id(), show.words(actor.kind().name()));
    }

    public boolean isOwn(FactSheet sheet) {
        return sheet.actor().equals(CallerContext.get().actor());
    }

    /** Whether what follows is shown for answers that are not recorded. */
    public boolean isTried() {
        return tried;
    }

    public List<Topic> getTopics() {
        return List.of(Topic.values());
    }

    /** Whether a topic is shown open: the first two always, others once anything in it is the case. */
    public boolean isOpen(Topic topic) {
        return topic.ordinal() <= Topic.SYSTEM.ordinal()
                || topic.facts().stream()
                        .anyMatch(fact -> "yes".equals(form.getAnswers().get(fact.code())));
    }

    public List<StartEvent> getFirstMoments() {
        return FIRST_MOMENTS;
    }

    public List<StartEvent> getOtherMoments() {
        return Arrays.stream(StartEvent.values())
                .filter(event -> event.isAsked() && !FIRST_MOMENTS.contains(event))
                .toList();
    }

    public boolean isOtherMomentGiven() {
        return getOtherMoments().stream().anyMatch(form::isGiven);
    }

    public List<Option> getStates() {
        return Places.states();
    }

    public List<Option> getMemberStates() {
        return Places.memberStates();
    }

    public TriageForm getForm() {
        return form;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String getDeclineReason() {
        return declineReason;
    }

    public void setDeclineReason(String declineReason) {
        this.declineReason = Objects.requireNonNullElse(declineReason, "");
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
