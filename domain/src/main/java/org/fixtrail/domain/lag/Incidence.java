package org.fixtrail.domain.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the Aalen-Johansen estimate stands at the time of the last event, after which its shares change no more. They and
 * the one still open add up to 1.
 *
 * @param at when the last lag ended, in whatever way, counted from the lags' start
 * @param events REACHED first, even if it never happened, then the competing ones that happened
 * @param stillOpen the share that has not ended
 * @param kaplanMeier what Kaplan-Meier gives for REACHED at the same time, as if nothing else could end a lag; never less
 *     than the share of REACHED, and the same where nothing competes
 */
public record Incidence(Duration at, List<Event> events, double stillOpen, double kaplanMeier) {
    public Incidence {
        events = List.copyOf(events);
    }

    /**
     * One way in which lags have ended.
     *
     * @param count how many have; with open ones about, {@code share} is more than this count over the population
     * @param share the cumulative incidence, 0 to 1
     */
    public record Event(Outcome outcome, int count, double share) {}

    static Optional<Incidence> of(AalenJohansen estimate, KaplanMeier curve, LagFigure.Counts counts) {
        return estimate.lastEvent().map(last -> {
            List<Event> events = new ArrayList<>();
            events.add(new Event(Outcome.REACHED, counts.closed(), last.incidenceOf(Outcome.REACHED)));
            counts.competing()
                    .forEach((outcome, count) -> events.add(new Event(outcome, count, last.incidenceOf(outcome))));
            return new Incidence(last.time(), events, last.stillOpen(), 1 - curve.survivalAt(last.time()));
        });
    }

    /** Whether anything competed, so that Kaplan-Meier and this estimate may differ. */
    public boolean hasCompeting() {
        return events.size() > 1;
    }
}
