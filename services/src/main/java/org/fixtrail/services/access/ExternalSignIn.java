package org.fixtrail.services.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes here of those for whom an identity provider vouches. Precedes the caller, so it names no right; whoever calls
 * it has checked the token.
 */
public interface ExternalSignIn {
    /**
     * The account of the identity, made at the first time, with a person in each organisation that its roles name and that
     * exists here. Their roles become those of the identity; a person whose organisation is not named any more has none.
     */
    Outcome<Account> admit(ExternalIdentity identity);

    /**
     * Ends sessions at once, on every node.
     *
     * @param subject whose sessions; null for those of a session at the provider, whoever it belongs to
     * @param providerSession only this one; null for all of the subject
     */
    void end(String issuer, @Nullable String subject, @Nullable String providerSession);

    /** Who calls by a machine's token. */
    KeyResult machine(ExternalMachine machine);

    /** @param memberships the organisations that may be entered, at least one */
    record Account(UUID accountId, List<Membership> memberships) {
        public Account {
            memberships = List.copyOf(memberships);
        }
    }
}
