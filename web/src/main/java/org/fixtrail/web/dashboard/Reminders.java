package org.fixtrail.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.accessreview.RemindOfAccess;
import org.fixtrail.services.accessreview.RemindOfAccess.DueReview;
import org.jspecify.annotations.Nullable;

/** What waits for who opens the portal. */
@Named
@RequestScoped
public class Reminders {
    private final RemindOfAccess remind;

    private @Nullable DueReview review;
    private long proposals;

    @Inject
    public Reminders(RemindOfAccess remind) {
        this.remind = remind;
    }

    @SuppressWarnings("NullAway")
    protected Reminders() {
        this(null);
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
    }

    public boolean isAny() {
        return review != null || proposals > 0;
    }

    /** The review of access that is due, or null. */
    public @Nullable DueReview getReview() {
        return review;
    }

    /** How many proposed rights the caller may confirm or decline. */
    public long getProposals() {
        return proposals;
    }
}
