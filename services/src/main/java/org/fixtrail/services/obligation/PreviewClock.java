package org.fixtrail.services.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.counting.HolidayCalendars;

/** Tells when a clock would end, and why; starts and stores nothing. */
@ApplicationScoped
public class PreviewClock {
    private final RulePacks packs;
    private final HolidayCalendars calendars;

    @Inject
    public PreviewClock(RulePacks packs, HolidayCalendars calendars) {
        this.packs = packs;
        this.calendars = calendars;
    }

    @SuppressWarnings("NullAway")
    protected PreviewClock() {
        this(null, null);
    }

    @Requires(Permission.VIEW_RECORD)
    public Outcome<ClockPreview> preview(ClockQuestion question) {
        return new QuestionReader(question, packs, calendars).answer();
    }
}
