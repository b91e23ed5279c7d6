package org.fixtrail.web.it;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The server's time, which a test may shift for some work. */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class TestClock {
    private volatile Clock current = Clock.systemUTC();

    @Produces
    @ApplicationScoped
    Clock clock() {
        return new Following(() -> current);
    }

    Instant now() {
        return current.instant();
    }

    /** Runs the work so much later, or earlier if negative. */
    void shifted(Duration by, Runnable work) {
        during(Clock.offset(current, by), work);
    }

    /** Runs the work while time stands still. */
    void frozen(Instant at, Runnable work) {
        during(Clock.fixed(at, ZoneOffset.UTC), work);
    }

    private void during(Clock clock, Runnable work) {
        Clock before = current;
        current = clock;
        try {
            work.run();
        } finally {
            current = before;
        }
    }

    private static final class Following extends Clock {
        private final Supplier<Clock> current;

        Following(Supplier<Clock> current) {
            this.current = current;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return current.get().instant();
        }
    }
}
