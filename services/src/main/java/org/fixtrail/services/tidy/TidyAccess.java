package org.fixtrail.services.tidy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.fixtrail.services.access.Sessions;
import org.fixtrail.services.job.PeriodicTask;

/** Forgets old sessions, guesses, mailed links and browsers. */
@ApplicationScoped
public class TidyAccess implements PeriodicTask {
    private final Sessions sessions;

    @Inject
    public TidyAccess(Sessions sessions) {
        this.sessions = sessions;
    }

    @SuppressWarnings("NullAway")
    protected TidyAccess() {
        this(null);
    }

    @Override
    public String name() {
        return "tidy-access";
    }

    @Override
    public Duration period() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        sessions.tidy();
    }
}
