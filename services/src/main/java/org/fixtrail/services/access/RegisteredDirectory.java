package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** The directory that the application names at its start. In an EAR, what lies beside the WAR sees none of the WAR's beans. */
@ApplicationScoped
public class RegisteredDirectory implements PeopleDirectory {
    private volatile @Nullable PeopleDirectory directory;

    /** Until then people are kept here. */
    public void register(PeopleDirectory keeper) {
        directory = keeper;
    }

    @Override
    public Optional<String> issuer() {
        PeopleDirectory named = directory;
        return named == null ? Optional.empty() : named.issuer();
    }

    @Override
    public Outcome<Invitation> invite(String email, String displayName) {
        return named().invite(email, displayName);
    }

    @Override
    public Outcome<Set<Role>> put(String organisation, String subject, Set<Role> roles) {
        return named().put(organisation, subject, roles);
    }

    @Override
    public Outcome<List<DirectoryPerson>> people(String organisation) {
        return named().people(organisation);
    }

    private PeopleDirectory named() {
        return Objects.requireNonNull(directory, "people are kept here");
    }
}
