package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Lists where an account may go in. Precedes an organisation, so it names no right: ask it only for whoever signed in. */
@ApplicationScoped
public class Memberships {
    private final Accounts accounts;

    @Inject
    Memberships(Accounts accounts) {
        this.accounts = accounts;
    }

    @SuppressWarnings("NullAway")
    protected Memberships() {
        this(null);
    }

    /** By name of the organisation. */
    public List<Membership> of(UUID accountId) {
        return accounts.memberships(accountId);
    }
}
