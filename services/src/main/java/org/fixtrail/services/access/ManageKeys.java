package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.AccessKey;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;

/** Issues and revokes the keys of machines and build pipelines; each is bound to one AI system. */
@ApplicationScoped
@Transactional
public class ManageKeys {
    private static final int SYSTEMS_SHOWN = 1_000;

    private final EntityManager em;
    private final Keys keys;

    @Inject
    ManageKeys(EntityManager em, Keys keys) {
        this.em = em;
        this.keys = keys;
    }

    @SuppressWarnings("NullAway")
    protected ManageKeys() {
        this(null, null);
    }

    /** An AI system to which a key may be bound. */
    public record SystemChoice(UUID id, String name) {}

    /** The caller answers for the key. */
    @Requires(Permission.MANAGE_KEYS)
    public Outcome<IssuedKey> issue(NewKey wanted, KeyKind kind, UUID systemId) {
        List<FieldProblem> problems = new ArrayList<>(wanted.problems());
        if (kind == KeyKind.PERSONAL) {
            problems.add(new FieldProblem("kind", "must be MACHINE or PIPELINE; people issue their own"));
        }
        if (em.find(AiSystem.class, systemId) == null) {
            problems.add(new FieldProblem("systemId", "names no AI system"));
        }
        UUID person = CallerContext.get().person();
        if (person == null) {
            throw new NotPermitted(Permission.MANAGE_KEYS);
        }
        return problems.isEmpty()
                ? Outcome.done(keys.issue(wanted, kind, person, systemId, Scopes.ALL))
                : Outcome.invalid(problems);
    }

    /** It stops to work from the next request on. */
    @Requires(Permission.MANAGE_KEYS)
    public void revoke(UUID keyId) {
        AccessKey key = keys.find(keyId)
                .filter(found -> found.kind() != KeyKind.PERSONAL)
                .orElseThrow(() -> new NotFound("key"));
        keys.revoke(key);
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
