package org.fixtrail.services.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.access.Role;

/**
 * The people of an organisation where an identity provider keeps them. Precedes no right: use cases have checked it, and name
 * the caller's own organisation. Only groups that stand for roles in that organisation are touched, never an account, which
 * may serve other programs, too.
 *
 * <p>What the provider does not do is refused with a reason that may be shown; the rule is {@link #UNREACHABLE},
 * {@code provider-refuses}, {@code unknown-person} or {@code organisation-name}. Remote: never call it in a transaction.
 */
public interface PeopleDirectory {
    /** The rule by which everything is refused while the provider does not answer. */
    String UNREACHABLE = "provider-unreachable";

    /** The provider's name for itself; empty where people are kept here, and then nothing else may be called. */
    Optional<String> issuer();

    /** Makes an account for the address if there is none yet. Gives no role. */
    Outcome<Invitation> invite(String email, String displayName);

    /** The person's roles in the organisation become exactly these; none ends the access to it. */
    Outcome<Set<Role>> put(String organisation, String subject, Set<Role> roles);

    /** All who hold a role for people, by address. */
    Outcome<List<DirectoryPerson>> people(String organisation);
}
