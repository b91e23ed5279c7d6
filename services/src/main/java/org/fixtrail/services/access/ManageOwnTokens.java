package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.AccessKey;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;

/** Issues and revokes the caller's own access tokens. A token itself never carries the right to do so. */
@ApplicationScoped
@Transactional
public class ManageOwnTokens {
    private final Keys keys;

    @Inject
    ManageOwnTokens(Keys keys) {
        this.keys = keys;
    }

    @SuppressWarnings("NullAway")
    protected ManageOwnTokens() {
        this(null);
    }

    @Requires(Permission.MANAGE_OWN_TOKENS)
    public Outcome<IssuedKey> issue(NewKey wanted, Scopes scopes) {
        List<FieldProblem> problems = new ArrayList<>(wanted.problems());
        if (!scopes.all() && !grantable().containsAll(scopes.named())) {
            problems.add(new FieldProblem("scopes", "name a right that you do not hold or that no token may carry"));
        }
        return problems.isEmpty()
                ? Outcome.done(keys.issue(wanted, KeyKind.PERSONAL, self(), null, scopes))
                : Outcome.invalid(problems);
    }

    /** The rights that the caller may name as scopes. */
    @Requires(Permission.MANAGE_OWN_TOKENS)
    public Set<Permission> grantable() {
        return Scopes.ALL.narrow(CallerContext.get().permissions());
    }

    /** Newest first. */
    @Requires(Permission.MANAGE_OWN_TOKENS)
    public Page<KeyRow> tokens(PageRequest wanted) {
        return keys.ofPerson(wanted, self());
    }

    /** It stops to work from the next request on. */
    @Requires(Permission.MANAGE_OWN_TOKENS)
    public void revoke(UUID keyId) {
        AccessKey key = keys.find(keyId)
                .filter(found ->
                        found.kind() == KeyKind.PERSONAL && found.personId().equals(self()))
                .orElseThrow(() -> new NotFound("token"));
        keys.revoke(key);
    }

    private static UUID self() {
        UUID person = CallerContext.get().person();
        if (person == null) {
            throw new NotPermitted(Permission.MANAGE_OWN_TOKENS);
        }
        return person;
    }
}
