package org.fixtrail.services.job;

import java.time.Duration;

/**
 * Something that each node does over and over. A bean of this type is found and run by {@link Background}; any number of
 * nodes may run it at the same time, so that it must take its work from the database in a way that nothing is done twice.
 */
public interface PeriodicTask {
    /** Names it in logs and metrics, in words with hyphens. */
    String name();

    /** From the end of one run to the start of the next. */
    Duration period();

    /** Nobody is signed in while it runs. Whatever it throws is logged and counted, and it runs again. */
    void run();
}
