package org.fixtrail.web.system;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.services.system.ManageSystems;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** One AI system with its versions and the traffic reported for it, and the forms to add to both. */
@Named
@ViewScoped
public class SystemShowPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_DIGITS = 16;

    private final FindSystems systems;
    private final ManageSystems manage;
    private final Show show;
    private final Clock clock;
    private final Map<String, String> version = new HashMap<>();
    private final Map<String, String> traffic = new HashMap<>();
    private final Answers versionAnswers = new Answers();
    private final Answers trafficAnswers = new Answers();
    private transient FindSystems.@Nullable SystemView view;
    private @Nullable String id;

    @Inject
    public SystemShowPage(FindSystems systems, ManageSystems manage, Show show, Clock clock) {
        this.systems = systems;
        this.manage = manage;
        this.show = show;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SystemShowPage() {
        this(null, null, null, null);
    }

    public void load() {
        view = systems.one(systemId());
    }

    public void addVersion() {
        String entered = Choice.text(version.get("releasedAt"));
        Optional<Instant> releasedAt =
                entered == null ? Optional.of(Instant.now(clock)) : show.wall().parse(entered);
        if (releasedAt.isEmpty()) {
            versionAnswers.refuse(List.of(new FieldProblem("releasedAt", "is not a date and time")));
            return;
        }
        versionAnswers
                .ask(() ->
                        manage.addVersion(systemId(), text(version, "name"), releasedAt.get(), text(version, "note")))
                .ifPresent(added -> again("The version is recorded."));
    }

    public void reportTraffic() {
        List<FieldProblem> problems = new ArrayList<>();
        Optional<Instant> from = show.wall().parse(text(traffic, "from"));
        Optional<Instant> to = show.wall().parse(text(traffic, "to"));
        if (from.isEmpty()) {
            problems.add(new FieldProblem("from", "is not a date and time"));
        }
        if (to.isEmpty()) {
            problems.add(new FieldProblem("to", "is not a date and time"));
        }
        String digits = text(traffic, "interactions").replaceAll("[\\s,.'_]", "");
        if (!digits.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            problems.add(new FieldProblem("interactions", "must be a whole number"));
        }
        if (!problems.isEmpty() || from.isEmpty() || to.isEmpty()) {
            trafficAnswers.refuse(problems);
            return;
        }
        long interactions = Long.parseLong(digits);
        trafficAnswers
                .ask(() ->
                        manage.reportTraffic(systemId(), from.get(), to.get(), interactions, text(traffic, "source")))
                .ifPresent(added -> again("The traffic is recorded."));
    }

    private void again(String said) {
        Pages.go("/system/show.xhtml", Map.of("id", systemId().toString()), said);
    }

    private static String text(Map<String, String> form, String name) {
        return Objects.requireNonNullElse(form.get(name), "");
    }

    private UUID systemId() {
        return Pages.id(id, "AI system");
    }

    /** Read again where the session was moved to another server. */
    public FindSystems.SystemView getView() {
        FindSystems.SystemView known = view;
        if (known == null) {
            known = systems.one(systemId());
            view = known;
        }
        return known;
    }

    public Map<String, String> getVersion() {
        return version;
    }

    public Map<String, String> getTraffic() {
        return traffic;
    }

    public Answers getVersionAnswers() {
        return versionAnswers;
    }

    public Answers getTrafficAnswers() {
        return trafficAnswers;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
