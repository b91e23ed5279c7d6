package org.fixtrail.services.escalation;

import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.services.notification.Message;

/** Writes what people are told of a clock, as of now. */
public interface ClockMessages {
    /** @param event a warning, that it is overdue, or a breach */
    Message write(Failure failure, RunningClock of, ClockEvent event);
}
