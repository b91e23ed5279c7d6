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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.Foreseen;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetCounting;
import org.fixtrail.domain.clock.TargetTerms;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.clock.FindTargets;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.system.FindSystems;
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
    private final FindSystems findSystems;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private List<Option> systems = new ArrayList<>();
    private @Nullable UUID changing;
    private @Nullable String foreseenFor;
    private @Nullable String foreseen;
    private transient @Nullable List<Target> targets;

    @Inject
    public TargetPage(FindTargets findTargets, SetTargets setTargets, FindSystems findSystems) {
        this.findTargets = findTargets;
        this.setTargets = setTargets;
        this.findSystems = findSystems;
        clear();
    }

    @SuppressWarnings("NullAway")
    protected TargetPage() {
        this(null, null, null);
    }

    /** Before the list is drawn. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        systems = new ArrayList<>(Option.of(findSystems.names()));
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
        add(new NewTarget(severity, Choice.id(entered.get("system")), from, to, terms(), null));
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
        entered.put("amount", Integer.toString(target.terms().amount()));
        entered.put("unit", target.terms().unit().name());
        entered.put("counting", target.counting().name());
        PauseReason pauseFor = target.pauseFor();
        entered.put("pauseFor", pauseFor == null ? "" : pauseFor.name());
    }

    public void stopChanging() {
        clear();
    }

    /** Saves at once if no open clock moves; otherwise says how many first, and saves when asked again. */
    public void change() {
        UUID target = changing;
        if (target == null) {
            return;
        }
        TargetTerms terms = terms();
        Optional<Foreseen> what = answers.ask(() -> setTargets.foresee(target, terms));
        if (what.isEmpty()) {
            return;
        }
        boolean toldAlready = terms.toString().equals(foreseenFor);
        if (!what.get().isNothing() && !toldAlready) {
            foreseenFor = terms.toString();
            foreseen = ForeseenWords.of(what.get());
            return;
        }
        answers.ask(() -> setTargets.change(target, terms))
                .ifPresent(id -> again("The target is changed. Open clocks follow within seconds."));
    }

    public void end(Target target) {
        answers.ask(() -> setTargets.end(target.targetId()))
                .ifPresent(id -> again("The target has ended. Open clocks become void; a breach stays."));
    }

    private void again(String said) {
        Pages.go("/target/list.xhtml", Map.of(), said);
    }

    private void clear() {
        changing = null;
        foreseen = null;
        foreseenFor = null;
        entered.clear();
        answers.clear();
        entered.put("fromStage", Stage.DETECTED.name());
        entered.put("toStage", Stage.DEPLOYED.name());
        entered.put("unit", TargetUnit.DAYS.name());
        entered.put("counting", TargetCounting.ELAPSED.name());
    }

    private TargetTerms terms() {
        TargetUnit unit = Choice.of(TargetUnit.class, entered.get("unit"));
        TargetCounting counting = Choice.of(TargetCounting.class, entered.get("counting"));
        return new TargetTerms(
                amount(),
                unit == null ? TargetUnit.DAYS : unit,
                counting == null ? TargetCounting.ELAPSED : counting,
                Choice.of(PauseReason.class, entered.get("pauseFor")));
    }

    /** 0, which the use case refuses, for what is no number. */
    private int amount() {
        String digits = Objects.requireNonNullElse(entered.get("amount"), "").strip();
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(digits) : 0;
    }

    /** The one that is being changed; null if none is. */
    public @Nullable Target getChanging() {
        UUID target = changing;
        return target == null
                ? null
                : getTargets().stream()
                        .filter(one -> one.targetId().equals(target))
                        .findFirst()
                        .orElse(null);
    }

    /** What saving would do to open clocks; null before it was asked for. */
    public @Nullable String getForeseen() {
        return foreseen;
    }

    public List<Target> getTargets() {
        List<Target> known = targets;
        if (known == null) {
            known = findTargets.inForce();
            targets = known;
        }
        return known;
    }

    /** The AI system that a target is for. */
    public String system(Target target) {
        UUID system = target.systemId();
        return system == null
                ? "All"
                : systems.stream()
                        .filter(option -> option.value().equals(system.toString()))
                        .map(Option::label)
                        .collect(Collectors.joining());
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

    public List<Option> getSystems() {
        return systems;
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

    public List<Option> getCountings() {
        return Option.of(TargetCounting.values(), TargetCounting::label);
    }

    public List<Option> getPauseReasons() {
        return Option.of(PauseReason.values(), PauseReason::label);
    }
}
