package org.fixtrail.web.it;

import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.services.signal.IncomingSignal;
import org.fixtrail.services.signal.ReceiveSignals;
import org.fixtrail.services.signal.StoredSignals;
import org.jspecify.annotations.Nullable;

/** Sends signals as the machine of an AI system. */
@ApplicationScoped
public class Signalling {
    @Inject
    private ReceiveSignals receive;

    @Inject
    private TestClock clock;

    /** A signal that happens now. */
    IncomingSignal signal(String eventId, @Nullable String fingerprint, @Nullable String version) {
        return new IncomingSignal(
                "https://example.org/chat",
                eventId,
                "org.example.answer",
                clock.now(),
                null,
                fingerprint,
                version,
                null,
                null,
                "{}");
    }

    /** As {@link #signal}, of a failure that the sender knows by its id. */
    IncomingSignal occurrence(String eventId, UUID failure) {
        return occurrence(eventId, failure, clock.now());
    }

    IncomingSignal occurrence(String eventId, UUID failure, Instant at) {
        return new IncomingSignal(
                "https://example.org/chat", eventId, "org.example.answer", at, failure, null, null, null, null, "{}");
    }

    StoredSignals send(Tenant tenant, UUID system, IncomingSignal... signals) {
        return done(as(tenant.machine(system), () -> receive.receive(List.of(signals))));
    }
}
