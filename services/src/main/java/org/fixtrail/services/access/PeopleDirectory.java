package org.fixtrail.services.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.access.Role;

/**
 * The people of an organisation where an identity provider keeps them. Precedes no right: use cases have checked it, and name
 * the caller's own organisation. Nobody of another organisation is seen or changed.
 *
 * <p>What the provider does not do is refused with a reason that may be shown; the rule is {@code provider-unreachable},
 * {@code provider-refuses}, {@code unknown-person} or {@code organisation-name}. Remote: never call it in a transaction.
 */
public interface PeopleDirectory {
    /** Adds the person with the roles; one whom the provider knows already only gets the roles. */
    Outcome<Invitation> invite(String organisation, NewPerson wanted);

    /** Those who hold a role, by address; at most 1,000. */
    Outcome<List<DirectoryPerson>> people(String organisation);

    Outcome<Optional<DirectoryPerson>> find(String organisation, String email);

    /** The roles become exactly these. */
    Outcome<DirectoryPerson> setRoles(String organisation, String subject, Set<Role> roles);

    /** Takes all roles away and ends the sessions. Who has none in any other organisation can sign in no more. */
    Outcome<DirectoryPerson> end(String organisation, String subject);

    /** Takes back {@link #end}. */
    Outcome<DirectoryPerson> restore(String organisation, String subject, Set<Role> roles);
}
