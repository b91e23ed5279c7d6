package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.ledger.Actor;

/**
 * Makes callers of what a request brings, from the database at each request, so that a right that was taken away is gone at
 * once. Precedes the caller, so it names no right.
 */
@ApplicationScoped
public class Callers {
    private final CallerRows rows;

    @Inject
    Callers(CallerRows rows) {
        this.rows = rows;
    }

    @SuppressWarnings("NullAway")
    protected Callers() {
        this(null);
    }

    /**
     * The person behind an account in an organisation; empty if there is none, the access is ended, or the password is
     * another by now.
     *
     * @param passwordVersion the one of the sign-in
     */
    public Optional<Caller> ofSession(UUID accountId, UUID organisationId, int passwordVersion) {
        return CallerContext.as(looking(organisationId), () -> rows.person(accountId, passwordVersion));
    }

    /** Who calls by a key. */
    public KeyResult ofSecret(String text) {
        Optional<CallerRows.KeyOwner> owner =
                KeySecret.parse(text).map(KeySecret::hash).flatMap(rows::keyOwner);
        if (owner.isEmpty()) {
            return new KeyResult.Rejected("The key is not known.");
        }
        Caller looking = looking(owner.get().organisationId());
        return CallerContext.as(looking, () -> rows.key(owner.get().keyId()));
    }

    /** Sees one organisation and may do nothing in it. */
    private static Caller looking(UUID organisationId) {
        return new Caller(organisationId, Actor.SERVER, "Fixtrail", null, Set.of(), null);
    }
}
