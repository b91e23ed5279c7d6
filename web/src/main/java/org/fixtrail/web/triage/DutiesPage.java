package org.fixtrail.web.triage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.obligation.LegalHold;
import org.fixtrail.domain.obligation.Notice;
import org.fixtrail.domain.obligation.Recipient;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.triage.DutiesView;
import org.fixtrail.services.triage.DutiesView.Chain;
import org.fixtrail.services.triage.DutiesView.Held;
import org.fixtrail.services.triage.GiveNotices;
import org.fixtrail.services.triage.HoldRecords;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.services.triage.ShowDuties;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Choice;
import org.fixtrail.web.page.Option;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** Who was told of a failure along the supply chain, the evidence that was saved, and legal holds. */
@Named
@ViewScoped
public class DutiesPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final ShowDuties showDuties;
    private final GiveNotices giveNotices;
    private final HoldRecords holdRecords;
    private final SecondPerson secondPerson;
    private final Show show;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers noticeAnswers = new Answers();
    private final Answers holdAnswers = new Answers();
    private @Nullable String id;
    private transient @Nullable DutiesView view;

    @Inject
    public DutiesPage(
            ShowDuties showDuties,
            GiveNotices giveNotices,
            HoldRecords holdRecords,
            SecondPerson secondPerson,
            Show show) {
        this.showDuties = showDuties;
        this.giveNotices = giveNotices;
        this.holdRecords = holdRecords;
        this.secondPerson = secondPerson;
        this.show = show;
    }

    @SuppressWarnings("NullAway")
    protected DutiesPage() {
        this(null, null, null, null, null);
    }

    public void load() {
        entered.put(
                "rule",
                getView().chains().stream()
                        .map(chain -> chain.rule().id())
                        .findFirst()
                        .orElse(""));
    }

    public void give() {
        Recipient recipient = Choice.of(Recipient.class, entered.get("recipient"));
        Optional<Instant> at = show.wall().parse(entered("sentAt"));
        if (recipient == null || at.isEmpty()) {
            List<FieldProblem> missing = new ArrayList<>();
            if (recipient == null) {
                missing.add(new FieldProblem("recipient", "choose one"));
            }
            if (at.isEmpty()) {
                missing.add(new FieldProblem("sentAt", "needs a date and a time"));
            }
            noticeAnswers.refuse(missing);
            return;
        }
        GiveNotices.NewNotice notice = new GiveNotices.NewNotice(
                entered("rule"), recipient, entered("name"), at.get(), entered("reference"), entered("note"));
        noticeAnswers
                .ask(() -> giveNotices.give(failureId(), notice))
                .ifPresent(done -> back("The notice is recorded."));
    }

    public void retract(Notice notice) {
        noticeAnswers
                .ask(() -> giveNotices.retract(notice.id(), entered("retractReason")))
                .ifPresent(done -> back("The notice is taken back; both entries stay on record."));
    }

    public void holdFailure() {
        hold(() -> holdRecords.onFailure(failureId(), entered("holdReason")));
    }

    public void holdSystem() {
        hold(() -> holdRecords.onSystem(getView().failure().systemId(), entered("holdReason")));
    }

    private void hold(Supplier<Outcome<UUID>> placing) {
        holdAnswers.ask(placing).ifPresent(done -> back("The legal hold stands from now on."));
    }

    public void lift(Held held) {
        holdAnswers
                .ask(() -> holdRecords.lift(held.placed().id(), entered("holdReason")))
                .ifPresent(done -> back("Proposed. The hold stands until a second person confirms."));
    }

    public void confirm(Held held) {
        held.waiting()
                .ifPresent(proposal -> holdAnswers
                        .ask(() -> secondPerson.confirm(proposal.id()))
                        .ifPresent(done -> back("Confirmed: the hold is lifted.")));
    }

    public void decline(Held held) {
        held.waiting()
                .ifPresent(proposal -> holdAnswers
                        .ask(() -> secondPerson.decline(proposal.id(), entered("holdReason")))
                        .ifPresent(done -> back("Declined: the hold stands.")));
    }

    private void back(String said) {
        Pages.go("/failure/duties.xhtml", Map.of("id", Objects.requireNonNull(id)), said);
    }

    private String entered(String field) {
        return Objects.requireNonNullElse(entered.get(field), "");
    }

    private UUID failureId() {
        return Pages.failureId(id);
    }

    /** Read again where the session was moved to another server. */
    public DutiesView getView() {
        DutiesView known = view;
        if (known == null) {
            known = showDuties.of(failureId());
            view = known;
        }
        return known;
    }

    /** Those of whom no notice is on record, for people. */
    public String untold(Chain chain) {
        return chain.untold().stream().map(Recipient::label).collect(Collectors.joining(", "));
    }

    public String who(Actor actor) {
        return getView()
                .names()
                .getOrDefault(actor.id(), show.words(actor.kind().name()));
    }

    /** The entry that took a notice back; null if it stands. */
    public @Nullable Notice retraction(Notice notice) {
        return getView().retracted().get(notice.id());
    }

    public boolean isOwn(Held held) {
        return held.waiting()
                .map(LegalHold::actor)
                .filter(CallerContext.get().actor()::equals)
                .isPresent();
    }

    public List<Option> getRules() {
        return getView().chains().stream()
                .map(chain -> new Option(
                        chain.rule().id(),
                        chain.rule().source().article() + ": " + chain.rule().title()))
                .toList();
    }

    public List<Option> getRecipients() {
        return Option.of(Recipient.values(), recipient -> show.sentence(recipient.label()));
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getNoticeAnswers() {
        return noticeAnswers;
    }

    public Answers getHoldAnswers() {
        return holdAnswers;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
