package org.fixtrail.services.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;

/** The way in for people who are not signed in: the address names the organisation, and they may do one thing there. */
@ApplicationScoped
public class Intake {
    private final IntakeLookup lookup;
    private final TakeReport take;

    @Inject
    Intake(IntakeLookup lookup, TakeReport take) {
        this.lookup = lookup;
        this.take = take;
    }

    @SuppressWarnings("NullAway")
    protected Intake() {
        this(null, null);
    }

    /** What the form of this address is headed with. */
    public Heading heading(UUID address) {
        return at(address, () -> take.heading(address));
    }

    /** @return the number by which the reporter can ask after it */
    public Outcome<UUID> report(UUID address, NewReport report) {
        return at(address, () -> take.take(address, report));
    }

    private <T> T at(UUID address, Supplier<T> work) {
        UUID organisation =
                Optional.ofNullable(lookup.organisation(address)).orElseThrow(() -> new NotFound("reporting form"));
        Caller outside = new Caller(
                organisation, Actor.SERVER, "Somebody outside", null, EnumSet.of(Permission.REPORT_FROM_OUTSIDE), null);
        return CallerContext.as(outside, work);
    }

    /**
     * @param label of the address
     * @param system the AI system that it is about; empty for any
     */
    public record Heading(String organisation, String label, String system) {}
}
