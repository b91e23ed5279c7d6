package org.fixtrail.web.escalation;

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
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.escalation.NewEscalationChain;
import org.fixtrail.services.escalation.SetEscalation;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The organisation's escalation chain. */
@Named
@ViewScoped
public class EscalationPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_DIGITS = 4;

    private final SetEscalation setEscalation;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private List<String> executives = new ArrayList<>();
    private List<Option> candidates = new ArrayList<>();
    private transient SetEscalation.@Nullable ChainView chain;

    @Inject
    public EscalationPage(SetEscalation setEscalation) {
        this.setEscalation = setEscalation;
    }

    @SuppressWarnings("NullAway")
    protected EscalationPage() {
        this(null);
    }

    /** Before the page is drawn. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        NewEscalationChain now = NewEscalationChain.of(getChain().plan());
        entered.put("warnedTeamHours", Integer.toString(now.warnedTeamHours()));
        entered.put("warnedExecutiveHours", Integer.toString(now.warnedExecutiveHours()));
        entered.put("missedTeamHours", Integer.toString(now.missedTeamHours()));
        entered.put("missedExecutiveHours", Integer.toString(now.missedExecutiveHours()));
        executives = new ArrayList<>(getChain().executives().stream()
                .map(each -> each.id().toString())
                .toList());
        if (CallerContext.get().may(Permission.SET_TARGETS)) {
            candidates = new ArrayList<>(setEscalation.candidates().stream()
                    .map(each -> new Option(each.id().toString(), each.name() + ", " + each.email()))
                    .toList());
        }
    }

    public void save() {
        List<UUID> chosen =
                executives.stream().map(each -> Pages.id(each, "person")).toList();
        NewEscalationChain wanted = new NewEscalationChain(
                hours("warnedTeamHours"),
                hours("warnedExecutiveHours"),
                hours("missedTeamHours"),
                hours("missedExecutiveHours"),
                chosen);
        answers.ask(() -> setEscalation.set(wanted))
                .ifPresent(done -> Pages.go("/escalation/chain.xhtml", Map.of(), "The chain is set."));
    }

    /** -1, which the use case refuses, for what is no number. */
    private int hours(String field) {
        String digits = Objects.requireNonNullElse(entered.get(field), "").strip();
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(digits) : -1;
    }

    /** Read again where the session was moved to another server. */
    public SetEscalation.ChainView getChain() {
        SetEscalation.ChainView known = chain;
        if (known == null) {
            known = setEscalation.chain();
            chain = known;
        }
        return known;
    }

    /** When a step is told, in words. */
    public String words(int hours, String after) {
        if (hours == 0) {
            return "at once, with " + after;
        }
        return hours + (hours == 1 ? " hour after " : " hours after ") + after;
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }

    public List<Option> getCandidates() {
        return candidates;
    }

    public List<String> getExecutives() {
        return executives;
    }

    public void setExecutives(List<String> executives) {
        this.executives = new ArrayList<>(executives);
    }
}
