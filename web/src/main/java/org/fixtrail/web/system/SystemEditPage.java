package org.fixtrail.web.system;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.domain.system.RiskClass;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.services.system.ManageSystems;
import org.fixtrail.services.system.SystemFacts;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** Adds an AI system, or changes what is declared of one. */
@Named
@ViewScoped
public class SystemEditPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final FindSystems systems;
    private final ManageSystems manage;
    private final Show show;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private String[] modes = {};
    private @Nullable String id;

    @Inject
    public SystemEditPage(FindSystems systems, ManageSystems manage, Show show) {
        this.systems = systems;
        this.manage = manage;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected SystemEditPage() {
        this(null, null, null);
    }

    public void load() {
        Pages.require(Permission.MANAGE_SYSTEMS);
        if (isNew()) {
            entered.put("riskClass", RiskClass.UNCLASSIFIED.name());
            return;
        }
        AiSystem system = systems.one(systemId()).system();
        entered.put("name", system.name());
        entered.put("purpose", system.purpose());
        entered.put("riskClass", system.riskClass().name());
        entered.put("operatorRole", system.operatorRole().name());
        entered.put("owner", system.owner());
        entered.put("contexts", system.contexts());
        modes = system.learningModes().stream().map(LearningMode::name).toArray(String[]::new);
        Instant launched = system.launchedAt();
        entered.put("launchedAt", launched == null ? "" : show.wall().input(launched));
    }

    public void save() {
        RiskClass risk = Choice.of(RiskClass.class, entered.get("riskClass"));
        OperatorRole role = Choice.of(OperatorRole.class, entered.get("operatorRole"));
        if (risk == null || role == null) {
            String missing = risk == null ? "riskClass" : "operatorRole";
            answers.refuse(List.of(new FieldProblem(missing, "must be chosen")));
            return;
        }
        String launched = Choice.text(entered.get("launchedAt"));
        Instant launchedAt =
                launched == null ? null : show.wall().parse(launched).orElse(null);
        if (launched != null && launchedAt == null) {
            answers.refuse(List.of(new FieldProblem("launchedAt", "is not a date and time")));
            return;
        }
        SystemFacts facts = new SystemFacts(
                text("name"),
                text("purpose"),
                risk,
                role,
                text("owner"),
                text("contexts"),
                learningModes(),
                launchedAt);
        answers.ask(() -> isNew() ? manage.add(facts) : manage.revise(systemId(), facts))
                .ifPresent(system -> Pages.go(
                        "/system/show.xhtml", Map.of("id", system.toString()), "What you declared is recorded."));
    }

    private List<LearningMode> learningModes() {
        return Stream.of(modes)
                .map(mode -> Choice.of(LearningMode.class, mode))
                .filter(Objects::nonNull)
                .toList();
    }

    private String text(String name) {
        return Objects.requireNonNullElse(entered.get(name), "");
    }

    private UUID systemId() {
        return Pages.id(id, "AI system");
    }

    public boolean isNew() {
        return id == null;
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }

    public List<Option> getRiskClasses() {
        return Option.of(RiskClass.values(), RiskClass::label);
    }

    public String[] getModes() {
        return modes.clone();
    }

    public void setModes(String[] modes) {
        this.modes = modes.clone();
    }

    /** NONE is for failures. */
    public List<Option> getLearningModes() {
        return Option.of(
                Stream.of(LearningMode.values())
                        .filter(mode -> mode != LearningMode.NONE)
                        .toArray(LearningMode[]::new),
                LearningMode::label);
    }

    public List<Option> getRoles() {
        return Option.of(OperatorRole.values(), OperatorRole::label);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
