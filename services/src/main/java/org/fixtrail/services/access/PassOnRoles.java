package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.DirectoryRows.Decided;
import org.fixtrail.services.access.DirectoryRows.Waiting;

/**
 * Tells the identity provider what was decided here about people, right after it was decided and again each minute until it
 * has taken it over. Until then what was decided here counts. No transaction is open while the provider is asked.
 */
@ApplicationScoped
public class PassOnRoles {
    private static final Logger LOG = Logger.getLogger(PassOnRoles.class.getName());

    private final DirectoryRows rows;
    private final PeopleDirectory directory;

    @Inject
    PassOnRoles(DirectoryRows rows, PeopleDirectory directory) {
        this.rows = rows;
        this.directory = directory;
    }

    @SuppressWarnings("NullAway")
    protected PassOnRoles() {
        this(null, null);
    }

    /** Nothing happens where nothing waits. Refused with a reason that says that it holds here all the same. */
    @Requires({Permission.MANAGE_PEOPLE, Permission.CONFIRM_RIGHTS})
    public Outcome<UUID> passOn(UUID personId) {
        Optional<Decided> decided = rows.decided(personId);
        Optional<String> issuer = directory.issuer();
        if (decided.isEmpty() || issuer.isEmpty()) {
            return Outcome.done(personId);
        }
        Outcome<?> answer = told(issuer.get(), decided.get());
        if (answer instanceof Outcome.Refused<?> refused) {
            rows.told(personId, decided.get().version(), refused.reason());
            return Outcome.refused(
                    refused.rule(),
                    "It holds here, but the sign-in server does not know of it yet. " + refused.reason()
                            + " It is told again each minute.");
        }
        rows.told(personId, decided.get().version(), null);
        return Outcome.done(personId);
    }

    /**
     * Tells of everybody in all organisations for whom something waits; for the background. Ends where the provider does not
     * answer: each of them would wait for it in vain.
     */
    public void passOnAll() {
        for (Waiting each : rows.waiting()) {
            if (findsItAway(each)) {
                return;
            }
        }
    }

    /** Tells of one; answers whether the provider is away. */
    private boolean findsItAway(Waiting each) {
        try {
            return CallerContext.as(Caller.server(each.organisationId()), () -> passOn(each.personId()))
                            instanceof Outcome.Refused<UUID> refused
                    && refused.rule().equals(PeopleDirectory.UNREACHABLE);
        } catch (RuntimeException e) {
            // the others wait, too
            LOG.log(Level.WARNING, e, () -> "the roles of person " + each.personId() + " are not passed on");
            return false;
        }
    }

    private Outcome<?> told(String issuer, Decided decided) {
        String subject = decided.subject();
        return subject != null && subject.startsWith(issuer + " ")
                ? directory.put(decided.organisation(), subject.substring(issuer.length() + 1), decided.roles())
                : Outcome.refused("unknown-person", "The person has not signed in there yet.");
    }
}
