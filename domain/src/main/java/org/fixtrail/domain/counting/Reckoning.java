package org.fixtrail.domain.counting;

import java.time.Duration;
import java.time.Instant;

/** How a length of time is used up: as time passes, or while an organisation works. */
public interface Reckoning {
    /** As time passes. */
    Reckoning ELAPSED = new Reckoning() {
        @Override
        public Instant after(Instant from, Duration length) {
            return from.plus(length);
        }

        @Override
        public Duration between(Instant from, Instant until) {
            return Duration.between(from, until);
        }
    };

    /** The first moment by which the length is used up; {@code from} itself for a length of zero. */
    Instant after(Instant from, Duration length);

    /** How much is used up from one moment to another, which is not before it. */
    Duration between(Instant from, Instant until);
}
