package org.fixtrail.web.triage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.triage.AdoptRules;
import org.fixtrail.services.triage.FindRules;
import org.fixtrail.services.triage.FindRules.RuleInUse;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.services.triage.WaiveDuties;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The rules in use, by pack, and the call that one does not apply to the organisation. */
@Named
@ViewScoped
public class RuleListPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long MOST_BYTES = 256 * 1024;

    private final FindRules find;
    private final WaiveDuties waive;
    private final SecondPerson second;
    private final AdoptRules adopt;
    private final Answers answers = new Answers();
    private final Answers packAnswers = new Answers();
    private transient @Nullable Part file;
    private transient @Nullable List<AdoptRules.NewEdition> newEditions;
    private String reason = "";
    private @Nullable String chosen;
    private transient FindRules.@Nullable Rules rules;

    @Inject
    public RuleListPage(FindRules find, WaiveDuties waive, SecondPerson second, AdoptRules adopt) {
        this.find = find;
        this.waive = waive;
        this.second = second;
        this.adopt = adopt;
    }

    @SuppressWarnings("NullAway")
    protected RuleListPage() {
        this(null, null, null, null);
    }

    /** Before the list is drawn. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
    }

    /** The rules of one pack. */
    public record PackOfRules(String title, String edition, List<RuleInUse> rules) {}

    public List<PackOfRules> getPacks() {
        Map<String, List<RuleInUse>> byPack = new LinkedHashMap<>();
        rules().rules()
                .forEach(rule -> byPack.computeIfAbsent(
                                rule.entry().edition().pack().id(), id -> new ArrayList<>())
                        .add(rule));
        return byPack.values().stream()
                .map(of -> new PackOfRules(
                        of.get(0).entry().edition().pack().title(),
                        of.get(0).entry().edition().pack().edition(),
                        of))
                .toList();
    }

    /** Opens the question why, for one rule. */
    public void choose(RuleInUse rule) {
        chosen = rule.entry().rule().id();
        reason = "";
        answers.clear();
    }

    public void cancel() {
        chosen = null;
        answers.clear();
    }

    public void waive(RuleInUse rule) {
        answers.ask(() -> waive.rule(rule.entry().rule().id(), reason))
                .ifPresent(done -> back("Proposed. Its clocks run on until a second person confirms."));
    }

    public void lift(RuleInUse rule) {
        answers.ask(() -> waive.liftRule(rule.entry().rule().id(), reason))
                .ifPresent(done -> back("The rule applies again; clocks follow within seconds."));
    }

    public void confirm(RuleInUse rule) {
        answers.ask(() -> second.confirm(Objects.requireNonNull(rule.last()).id()))
                .ifPresent(done -> back("Confirmed: the rule does not apply to the organisation."));
    }

    public void decline(RuleInUse rule) {
        answers.ask(() -> second.decline(Objects.requireNonNull(rule.last()).id(), reason))
                .ifPresent(done -> back("Declined: the rule applies."));
    }

    /** Takes a pack of the organisation's own into use. */
    public void add() throws IOException {
        Part given = file;
        if (given == null || given.getSize() == 0) {
            packAnswers.refuse(List.of(new FieldProblem("pack", "choose a file")));
            return;
        }
        if (given.getSize() > MOST_BYTES) {
            packAnswers.refuse(List.of(new FieldProblem("pack", "is larger than 256 KiB")));
            return;
        }
        byte[] yaml = given.getInputStream().readAllBytes();
        packAnswers.ask(() -> adopt.adopt(yaml)).ifPresent(done -> back("The pack is in use for new clocks."));
    }

    /** Lets running clocks follow the edition in use. */
    public void follow(AdoptRules.NewEdition edition) {
        packAnswers
                .ask(() -> adopt.follow(edition.pack().id()))
                .ifPresent(done -> back("Recorded. The clocks follow within seconds."));
    }

    /** The packs of which clocks run under an older edition. */
    public List<AdoptRules.NewEdition> getNewEditions() {
        List<AdoptRules.NewEdition> known = newEditions;
        if (known == null) {
            known = adopt.newEditions();
            newEditions = known;
        }
        return known;
    }

    public Answers getPackAnswers() {
        return packAnswers;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    private static void back(String said) {
        Pages.go("/rule/list.xhtml", Map.of(), said);
    }

    private FindRules.Rules rules() {
        FindRules.Rules known = rules;
        if (known == null) {
            known = find.inUse();
            rules = known;
        }
        return known;
    }

    public String who(Actor actor) {
        return rules().names().getOrDefault(actor.id(), actor.toString());
    }

    public boolean isOwn(RuleInUse rule) {
        return rule.last() != null
                && rule.last().actor().equals(CallerContext.get().actor());
    }

    public boolean isChosen(RuleInUse rule) {
        return rule.entry().rule().id().equals(chosen);
    }

    public Answers getAnswers() {
        return answers;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }
}
