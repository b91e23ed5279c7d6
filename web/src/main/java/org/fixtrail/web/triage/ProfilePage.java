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
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.services.system.FindSystems;
import org.fixtrail.services.triage.ShowTriage;
import org.fixtrail.services.triage.StateFacts;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** What is known of an AI system, or of the organisation, before anything fails. */
@Named
@ViewScoped
public class ProfilePage implements Serializable {
    private static final long serialVersionUID = 1;

    private final ShowTriage showTriage;
    private final StateFacts stateFacts;
    private final FindSystems findSystems;
    private final Show show;
    private final TriageForm form = new TriageForm();
    private final Answers answers = new Answers();
    private @Nullable String system;
    private String name = "";
    private String market = "";
    private String role = "";

    @Inject
    public ProfilePage(ShowTriage showTriage, StateFacts stateFacts, FindSystems findSystems, Show show) {
        this.showTriage = showTriage;
        this.stateFacts = stateFacts;
        this.findSystems = findSystems;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected ProfilePage() {
        this(null, null, null, null);
    }

    public void load() {
        Facts said;
        if (isOfSystem()) {
            name = findSystems.one(systemId()).system().name();
            said = showTriage.saidOfSystem(systemId());
        } else {
            said = showTriage.ofOrganisation();
        }
        form.fill(said, show.wall());
    }

    public void save() {
        Facts facts = form.facts(show.wall());
        answers.ask(() -> isOfSystem()
                        ? stateFacts.ofSystem(systemId(), facts, form.getReason())
                        : stateFacts.ofOrganisation(facts, form.getReason()))
                .ifPresent(
                        done -> Pages.go(
                                "/triage/profile.xhtml",
                                isOfSystem() ? Map.of("system", Objects.requireNonNull(system)) : Map.of(),
                                "Recorded. Failures that are answered from now on begin with this; no clock that runs is moved."));
    }

    /** Takes the market that was chosen into the form; nothing is recorded yet. */
    public void addMarket() {
        form.market(market, role);
        market = "";
        role = "";
    }

    public void removeMarket(Jurisdiction place) {
        form.noMarket(place);
    }

    /** Of one AI system, not of the organisation. */
    public boolean isOfSystem() {
        return system != null && !system.isEmpty();
    }

    private UUID systemId() {
        return Pages.id(system, "AI system");
    }

    public List<Fact> getQuestions() {
        Fact.Level level = isOfSystem() ? Fact.Level.SYSTEM : Fact.Level.ORGANISATION;
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.level() == level)
                .toList();
    }

    public List<Map.Entry<Jurisdiction, OperatorRole>> getMarkets() {
        return List.copyOf(form.getMarkets().entrySet());
    }

    public List<Option> getMemberStates() {
        return Places.memberStates();
    }

    public List<Option> getRoles() {
        return Option.of(OperatorRole.values(), OperatorRole::label);
    }

    public TriageForm getForm() {
        return form;
    }

    public Answers getAnswers() {
        return answers;
    }

    public String getName() {
        return name;
    }

    public String getMarket() {
        return market;
    }

    public void setMarket(String market) {
        this.market = Objects.requireNonNullElse(market, "");
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = Objects.requireNonNullElse(role, "");
    }

    public @Nullable String getSystem() {
        return system;
    }

    public void setSystem(@Nullable String system) {
        this.system = system;
    }
}
