package org.fixtrail.web.start;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the application has come up and does not go down yet. */
@ApplicationScoped
public class Readiness {
    private volatile boolean ready;

    void ready() {
        ready = true;
    }

    void notReady() {
        ready = false;
    }

    public boolean isReady() {
        return ready;
    }
}
