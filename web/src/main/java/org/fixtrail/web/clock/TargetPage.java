package org.fixtrail.web.clock;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.clock.FindTargets;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The organisation's own targets. */
@Named
@ViewScoped
public class TargetPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_DIGITS = 6;

    private final FindTargets findTargets;
    private final SetTargets setTargets;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private @Nullable UUID changing;

    @Inject
    public TargetPage(FindTargets findTargets, SetTargets setTargets) {
        this.findTargets = findTargets;
        this.setTargets = setTargets;
        clear();
    }

    @SuppressWarnings("NullAway")
    protected TargetPage() {
        this(null, null);
    }

    /** Before the list is drawn. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
    }

    public void add() {
        Severity severity = Choice.of(Severity.class, entered.get("severity"));
        Stage from = Choice.of(Stage.class, entered.get("fromStage"));
        Stage to = Choice.of(Stage.class, entered.get("toStage"));
        if (severity == null || from == null || to == null) {
            List<FieldProblem> problems = new ArrayList<>();
            Stream.of("severity", "fromStage", "toStage")
                    .filter(name -> Choice.text(entered.get(name)) == null)
                    .forEach(name -> problems.add(new FieldProblem(name, "must be chosen")));
            answers.refuse(problems);
            return;
        }
        add(new NewTarget(severity, from, to, amount(), unit(), null));
    }

    private void add(NewTarget target) {
        answers.ask(() -> setTargets.add(target))
                .ifPresent(id -> again("The target is set. It applies to failures that reach "
                        + target.fromStage().label() + " from now on."));
    }

    /** Sets all suggestions at once, for an organisation that has no targets. */
    public void addSuggested() {
        for (NewTarget suggestion : findTargets.suggestions()) {
            if (answers.ask(() -> setTargets.add(suggestion)).isEmpty()) {
                return;
            }
        }
        again("The suggested targets are set. Change those that do not fit.");
    }

    public void startChanging(Target target) {
        clear();
        changing = target.targetId();
        entered.put("amount", Integer.toString(target.amount()));
        entered.put("unit", target.unit().name());
    }

    public void stopChanging() {
        clear();
    }

    public void change() {
        UUID target = changing;
        if (target != null) {
            answers.ask(() -> setTargets.change(target, amount(), unit()))
                    .ifPresent(id -> again("The target is changed. Running clocks follow within seconds."));
        }
    }

    public void end(Target target) {
        answers.ask(() -> setTargets.end(target.targetId()))
                .ifPresent(id -> again("The target has ended. Running clocks become void; a breach stays."));
    }

    private void again(String said) {
        Pages.go("/target/list.xhtml", Map.of(), said);
    }

    private void clear() {
        changing = null;
        entered.clear();
        answers.clear();
        entered.put("fromStage", Stage.DETECTED.name());
        entered.put("toStage", Stage.DEPLOYED.name());
        entered.put("unit", TargetUnit.DAYS.name());
    }

    /** 0, which the use case refuses, for what is no number. */
    private int amount() {
        String digits = Objects.requireNonNullElse(entered.get("amount"), "").strip();
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(digits) : 0;
    }

    private TargetUnit unit() {
        TargetUnit chosen = Choice.of(TargetUnit.class, entered.get("unit"));
        return chosen == null ? TargetUnit.DAYS : chosen;
    }

    public boolean isChanging(Target target) {
        return target.targetId().equals(changing);
    }

    public List<Target> getTargets() {
        return findTargets.inForce();
    }

    public List<NewTarget> getSuggestions() {
        return findTargets.suggestions();
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }

    public List<Option> getSeverities() {
        return Option.of(Severity.values(), Severity::label);
    }

    public List<Option> getFromStages() {
        return Option.of(
                Stage.line().stream().filter(stage -> stage != Stage.VERIFIED).toArray(Stage[]::new), Stage::label);
    }

    public List<Option> getToStages() {
        return Option.of(
                Stream.concat(Stream.of(Stage.CONTAINED), Stage.line().stream().filter(stage -> stage != Stage.EMERGED))
                        .toArray(Stage[]::new),
                Stage::label);
    }

    public List<Option> getUnits() {
        return Option.of(TargetUnit.values(), TargetUnit::label);
    }
}
