package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.AccessKey;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;

/** Issues, replaces and revokes the keys of machines and build pipelines; each is bound to one AI system. */
@ApplicationScoped
@Transactional
public class ManageKeys {
    public static final int MOST_OVERLAP_DAYS = 30;

    private static final int SYSTEMS_SHOWN = 1_000;

    private final EntityManager em;
    private final Keys keys;
    private final People people;

    @Inject
    ManageKeys(EntityManager em, Keys keys, People people) {
        this.em = em;
        this.keys = keys;
        this.people = people;
    }

    @SuppressWarnings("NullAway")
    protected ManageKeys() {
        this(null, null, null);
    }

    /** An AI system to which a key may be bound. */
    public record SystemChoice(UUID id, String name) {}

    /** Somebody who may answer for a key. */
    public record PersonChoice(UUID id, String name) {}

    /**
     * The caller answers for the key.
     *
     * @param scopes what a machine may do, any of {@link #machineScopes}; nothing for a pipeline, which does one thing
     */
    @Requires(Permission.MANAGE_KEYS)
    public Outcome<IssuedKey> issue(NewKey wanted, KeyKind kind, UUID systemId, Set<Permission> scopes) {
        List<FieldProblem> problems = new ArrayList<>(wanted.problems());
        if (kind == KeyKind.PERSONAL) {
            problems.add(new FieldProblem("kind", "must be MACHINE or PIPELINE; people issue their own"));
        }
        problems.addAll(scopeProblems(kind, scopes));
        if (em.find(AiSystem.class, systemId) == null) {
            problems.add(new FieldProblem("systemId", "names no AI system"));
        }
        UUID person = CallerContext.get().person();
        if (person == null) {
            throw new NotPermitted(Permission.MANAGE_KEYS);
        }
        return problems.isEmpty()
                ? Outcome.done(
                        keys.issue(wanted, kind, person, systemId, scopes.isEmpty() ? Scopes.ALL : Scopes.of(scopes)))
                : Outcome.invalid(problems);
    }

    private static List<FieldProblem> scopeProblems(KeyKind kind, Set<Permission> scopes) {
        if (kind == KeyKind.MACHINE && scopes.isEmpty()) {
            return List.of(new FieldProblem("scopes", "must name at least one of " + machineScopes()));
        }
        if (kind == KeyKind.MACHINE && !machineScopes().containsAll(scopes)) {
            return List.of(new FieldProblem("scopes", "must be among " + machineScopes()));
        }
        return kind == KeyKind.PIPELINE && !scopes.isEmpty()
                ? List.of(new FieldProblem("scopes", "are for machines: a pipeline records stages and nothing else"))
                : List.of();
    }

    /** What a machine's key may be allowed, in order. */
    public static List<Permission> machineScopes() {
        return Role.MACHINE.permissions().stream().sorted().toList();
    }

    /**
     * Issues another secret for the same purpose, while the old one works on for some days: one brings the new secret to where
     * the old one is used, and nothing stands still meanwhile.
     *
     * @param days how long the new one works, 1 to 365
     * @param overlapDays how long the old one still works, 0 to 30, if it would not end before
     */
    @Requires(Permission.MANAGE_KEYS)
    public Outcome<IssuedKey> rotate(UUID keyId, int days, int overlapDays) {
        AccessKey key = ofMachines(keyId);
        List<FieldProblem> problems = new ArrayList<>(new NewKey(key.label(), days).problems());
        if (overlapDays < 0 || overlapDays > MOST_OVERLAP_DAYS) {
            problems.add(new FieldProblem("overlapDays", "must be from 0 to " + MOST_OVERLAP_DAYS));
        }
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        if (!keys.works(key)) {
            return Outcome.refused("key-ended", "This key does not work any more: issue a new one.");
        }
        if (keys.isReplaced(key)) {
            return Outcome.refused("key-replaced", "This key was replaced already: replace its successor.");
        }
        return Outcome.done(keys.replace(key, days, Duration.ofDays(overlapDays)));
    }

    /**
     * Somebody else answers for the key from now on, as when who did has left. Only who gives rights may: who could build
     * or review a fix must not stand behind a key that builds it.
     */
    @Requires(Permission.MANAGE_KEYS)
    public Outcome<UUID> reassign(UUID keyId, UUID personId) {
        AccessKey key = ofMachines(keyId);
        if (administrators().stream().noneMatch(person -> person.id().equals(personId))) {
            return Outcome.invalid(List.of(new FieldProblem("personId", "names no administrator with access")));
        }
        keys.reassign(key, personId);
        return Outcome.done(keyId);
    }

    /** Who may answer for keys, by name. */
    @Requires(Permission.MANAGE_KEYS)
    public List<PersonChoice> administrators() {
        return people.administrators().stream()
                .map(person -> new PersonChoice(person.id(), person.displayName()))
                .toList();
    }

    /** How many keys end within two weeks and have no successor. */
    @Requires(Permission.MANAGE_KEYS)
    public long expiringSoon() {
        return keys.expiringSoon();
    }

    /** It stops to work from the next request on. */
    @Requires(Permission.MANAGE_KEYS)
    public void revoke(UUID keyId) {
        keys.revoke(ofMachines(keyId));
    }

    private AccessKey ofMachines(UUID keyId) {
        return keys.find(keyId)
                .filter(found -> found.kind() != KeyKind.PERSONAL)
                .orElseThrow(() -> new NotFound("key"));
    }

    /** Newest first. */
    @Requires(Permission.MANAGE_KEYS)
    public Page<KeyRow> keys(PageRequest wanted) {
        return keys.ofMachines(wanted);
    }

    /** By name. */
    @Requires(Permission.MANAGE_KEYS)
    public List<SystemChoice> systems() {
        return em.createQuery("select s from AiSystem s order by s.name", AiSystem.class)
                .setMaxResults(SYSTEMS_SHOWN)
                .getResultStream()
                .map(system -> new SystemChoice(system.id(), system.name()))
                .toList();
    }
}
