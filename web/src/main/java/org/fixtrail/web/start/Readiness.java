package org.fixtrail.web.start;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the application has come up. */
@ApplicationScoped
public class Readiness {
    private volatile boolean ready;

    void ready() {
        ready = true;
    }

    void notReady() {
        ready = false;
    }

    boolean isReady() {
        return ready;
    }
}
