package org.fixtrail.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.accessreview.RemindOfAccess;
import org.fixtrail.services.accessreview.RemindOfAccess.DueReview;
import org.fixtrail.services.intake.HandleReports;
import org.fixtrail.services.triage.RemindOfTriage;
import org.fixtrail.services.triage.RemindOfTriage.WaitingFailure;
import org.jspecify.annotations.Nullable;

/** What waits for who opens the portal. */
@Named
@RequestScoped
public class Reminders {
    private final RemindOfAccess remind;
    private final RemindOfTriage triage;
    private final HandleReports reports;

    private @Nullable DueReview review;
    private long proposals;
    private List<WaitingFailure> unanswered = List.of();
    private List<WaitingFailure> undecided = List.of();
    private long undecidedRules;
    private List<WaitingFailure> holds = List.of();
    private long outsideReports;

    @Inject
    public Reminders(RemindOfAccess remind, RemindOfTriage triage, HandleReports reports) {
        this.remind = remind;
        this.triage = triage;
        this.reports = reports;
    }

    @SuppressWarnings("NullAway")
    protected Reminders() {
        this(null, null, null);
    }

    /** Before the page is drawn; asks nothing of what the caller may not do. */
    public void load() {
        Caller caller = CallerContext.get();
        if (caller.may(Permission.REVIEW_ACCESS)) {
            review = remind.review().orElse(null);
        }
        if (caller.may(Permission.CONFIRM_RIGHTS)) {
            proposals = remind.proposals();
        }
        if (caller.may(Permission.STATE_FACTS)) {
            unanswered = triage.unanswered();
        }
        if (caller.may(Permission.WAIVE_DUTY)) {
            undecided = triage.undecided();
            undecidedRules = triage.undecidedRules();
            holds = triage.undecidedHolds();
        }
        if (caller.may(Permission.OPEN_FAILURE)) {
            outsideReports = reports.open();
        }
    }

    public boolean isAny() {
        boolean aboutAccess = review != null || proposals > 0;
        boolean aboutClocks = !unanswered.isEmpty() || !undecided.isEmpty() || undecidedRules > 0;
        return aboutAccess || aboutClocks || !holds.isEmpty() || outsideReports > 0;
    }

    /** The review of access that is due, or null. */
    public @Nullable DueReview getReview() {
        return review;
    }

    /** How many proposed rights the caller may confirm or decline. */
    public long getProposals() {
        return proposals;
    }

    /** Serious incidents on which nobody has answered the legal questions. */
    public List<WaitingFailure> getUnanswered() {
        return unanswered;
    }

    /** Failures on which the caller may be the second person. */
    public List<WaitingFailure> getUndecided() {
        return undecided;
    }

    /** How many rules called not applicable wait for the caller. */
    public long getUndecidedRules() {
        return undecidedRules;
    }

    /** Failures with a legal hold that somebody else proposes to lift. */
    public List<WaitingFailure> getHolds() {
        return holds;
    }

    /** How many reports of people outside wait. */
    public long getOutsideReports() {
        return outsideReports;
    }
}
