package org.fixtrail.web.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.DirectoryPerson;
import org.fixtrail.services.access.Invitation;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.PeopleDirectory;

/**
 * An identity provider that fails as it is told to, which a real one does not. It answers the thread that made it; to the
 * server's own tasks, which go on meanwhile, it is away.
 */
final class DirectoryOfTests implements PeopleDirectory {
    private final Thread test = Thread.currentThread();
    private final String issuer = "https://provider.example/" + UUID.randomUUID();
    private final List<DirectoryPerson> people = new ArrayList<>();
    private final List<String> invited = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean away;
    private boolean breaks;

    /** From now on it does not answer, or does again. */
    void away(boolean isAway) {
        away = isAway;
    }

    /** Breaks at the next that it is told, once. */
    void breakOnce() {
        breaks = true;
    }

    void knows(DirectoryPerson person) {
        people.add(person);
    }

    /** The addresses that it was asked to invite. */
    List<String> invited() {
        return List.copyOf(invited);
    }

    /** The subjects of whom it was told roles since the last time, also where it failed. */
    List<String> told() {
        List<String> all = List.copyOf(told);
        told.clear();
        return all;
    }

    @Override
    public Optional<String> issuer() {
        return Optional.of(issuer);
    }

    @Override
    public Outcome<Invitation> invite(String email, String displayName) {
        if (doesNotAnswer()) {
            return noAnswer();
        }
        invited.add(email);
        return Outcome.done(new Invitation(email, null, false, null));
    }

    @Override
    public Outcome<Set<Role>> put(String organisation, String subject, Set<Role> roles) {
        if (test == Thread.currentThread()) {
            told.add(subject);
        }
        if (doesNotAnswer()) {
            return noAnswer();
        }
        if (breaks) {
            breaks = false;
            throw new IllegalStateException("the provider answers nonsense");
        }
        return Outcome.done(roles);
    }

    @Override
    public Outcome<List<DirectoryPerson>> people(String organisation) {
        return doesNotAnswer() ? noAnswer() : Outcome.done(List.copyOf(people));
    }

    private boolean doesNotAnswer() {
        return away || test != Thread.currentThread();
    }

    private static <T> Outcome<T> noAnswer() {
        return Outcome.refused(UNREACHABLE, "The provider does not answer.");
    }
}
