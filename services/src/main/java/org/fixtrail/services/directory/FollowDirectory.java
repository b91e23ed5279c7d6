package org.fixtrail.services.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.PassOnRoles;
import org.fixtrail.services.access.PeopleDirectory;
import org.fixtrail.services.access.TakeOverRoles;
import org.fixtrail.services.job.PeriodicTask;
import org.fixtrail.services.organisation.ListOrganisations;
import org.fixtrail.services.organisation.OrganisationRow;

/** Where an identity provider keeps people: tells it what waits, and takes over what was changed there. */
@ApplicationScoped
public class FollowDirectory implements PeriodicTask {
    private static final Logger LOG = Logger.getLogger(FollowDirectory.class.getName());

    private final PeopleDirectory directory;
    private final PassOnRoles passOn;
    private final TakeOverRoles takeOver;
    private final ListOrganisations organisations;
    private final Clock clock;
    private final Duration pause;
    private Instant next = Instant.MIN;

    /** @param minutes from one taking over to the next */
    @Inject
    public FollowDirectory(
            PeopleDirectory directory,
            PassOnRoles passOn,
            TakeOverRoles takeOver,
            ListOrganisations organisations,
            Clock clock,
            @ConfigProperty(name = "fixtrail.oidc.follow-minutes", defaultValue = "5") int minutes) {
        this.directory = directory;
        this.passOn = passOn;
        this.takeOver = takeOver;
        this.organisations = organisations;
        this.clock = clock;
        this.pause = Duration.ofMinutes(minutes);
    }

    @SuppressWarnings("NullAway")
    protected FollowDirectory() {
        this(null, null, null, null, null, 0);
    }

    @Override
    public String name() {
        return "follow-directory";
    }

    @Override
    public Duration period() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (directory.issuer().isEmpty()) {
            return;
        }
        passOn.passOnAll();
        Instant now = Instant.now(clock);
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(pause);
        for (OrganisationRow organisation : open()) {
            Outcome<Integer> outcome = CallerContext.as(Caller.server(organisation.id()), takeOver::takeOver);
            if (outcome instanceof Outcome.Refused<Integer> refused) {
                // whoever administers people is told the same when they try; here it must not fill the log
                LOG.log(Level.WARNING, "people are not taken over from the identity provider: {0}", refused.reason());
                return;
            }
        }
    }

    private List<OrganisationRow> open() {
        return CallerContext.as(Caller.operator(new UUID(0, 0)), organisations::all).stream()
                .filter(organisation -> organisation.closedAt() == null)
                .toList();
    }
}
