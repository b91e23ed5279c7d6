package org.fixtrail.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.fixtrail.services.drift.WatchTime;

/** What is wrong with the clock of the server, on every page. */
@Named
@RequestScoped
public class ServerTime {
    private final WatchTime watch;

    @Inject
    public ServerTime(WatchTime watch) {
        this.watch = watch;
    }

    @SuppressWarnings("NullAway")
    protected ServerTime() {
        this(null);
    }

    /** Empty if nothing is known to be wrong. */
    public String getProblem() {
        return watch.problem().orElse("");
    }
}
