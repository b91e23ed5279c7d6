package org.fixtrail.web.access;

import static java.util.stream.Collectors.joining;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.DecideGrants;
import org.fixtrail.services.access.GrantRow;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.PassOnRoles;
import org.fixtrail.services.accessreview.HeldRight;
import org.fixtrail.services.accessreview.ReviewAccess;
import org.fixtrail.services.accessreview.RightMark;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** Who holds which rights, what waits for a second person, and the periodic review. */
@Named
@ViewScoped
public class AccessPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final Map<String, String> LABELS = Map.of("note", "Note", "reason", "Why not");

    private final DecideGrants grants;
    private final PassOnRoles passOn;
    private final ReviewAccess review;

    private transient @Nullable Shown shown;
    private String seen = "";
    private boolean markedOnly;
    private @Nullable String note;
    private @Nullable String reason;
    private @Nullable GrantRow chosen;

    @Inject
    public AccessPage(DecideGrants grants, PassOnRoles passOn, ReviewAccess review) {
        this.grants = grants;
        this.passOn = passOn;
        this.review = review;
    }

    @SuppressWarnings("NullAway")
    protected AccessPage() {
        this(null, null, null);
    }

    /** Loaded once a request. */
    private record Shown(
            List<GrantRow> open, List<GrantRow> substitutions, List<HeldRight> rights, ReviewAccess.Reviews reviews) {}

    public void open() {
        PageMessages.open(this::load);
    }

    private void load() {
        var list = review.list();
        seen = list.digest().toString();
        shown = new Shown(grants.open(), grants.substitutions(), list.rights(), review.reviews());
    }

    private Shown shown() {
        if (shown == null) {
            load();
        }
        return Objects.requireNonNull(shown);
    }

    public void confirm(GrantRow grant) {
        if (tell(grants.confirm(grant.id()), grant.person() + " holds it now: " + labels(grant) + ".")) {
            PageMessages.value(passOn.passOn(grant.personId()), LABELS);
        }
    }

    public void startDeclining(GrantRow grant) {
        chosen = grant;
        reason = null;
    }

    public void decline() {
        GrantRow grant = chosen;
        if (grant != null
                && tell(grants.decline(grant.id(), reason == null ? "" : reason), "Declined; it is on record.")) {
            PrimeFaces.current().executeScript("PF('declineDialog').hide()");
            PrimeFaces.current().ajax().update("access");
        }
    }

    public @Nullable GrantRow getChosen() {
        return chosen;
    }

    public void withdraw(GrantRow grant) {
        tell(grants.withdraw(grant.id()), "Taken back.");
    }

    public void end(GrantRow grant) {
        tell(grants.endSubstitution(grant.id()), "The substitution has ended.");
    }

    public void signOff() {
        Outcome<UUID> outcome = review.signOff(Sha256.parse(seen), note == null ? "" : note);
        if (tell(outcome, "Signed off; it is in the ledger and in every evidence pack from now on.")) {
            note = null;
        }
    }

    private boolean tell(Outcome<UUID> outcome, String done) {
        Optional<UUID> value = PageMessages.value(outcome, LABELS);
        value.ifPresent(id -> PageMessages.done(done));
        load();
        return value.isPresent();
    }

    public String labels(GrantRow grant) {
        return grant.roles().stream().sorted().map(Role::label).collect(joining(", "));
    }

    public String marks(HeldRight right) {
        return right.marks().stream().sorted().map(RightMark::label).collect(joining("; "));
    }

    public List<GrantRow> getOpen() {
        return shown().open();
    }

    public List<GrantRow> getSubstitutions() {
        return shown().substitutions();
    }

    public List<HeldRight> getRights() {
        return markedOnly
                ? shown().rights().stream()
                        .filter(right -> !right.marks().isEmpty())
                        .toList()
                : shown().rights();
    }

    public ReviewAccess.Reviews getReviews() {
        return shown().reviews();
    }

    public boolean isMarkedOnly() {
        return markedOnly;
    }

    public void setMarkedOnly(boolean markedOnly) {
        this.markedOnly = markedOnly;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
