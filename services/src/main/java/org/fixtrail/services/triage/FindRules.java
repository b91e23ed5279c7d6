package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.domain.obligation.Waiver;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.obligation.LegalCases;
import org.fixtrail.services.obligation.RuleBooks;
import org.jspecify.annotations.Nullable;

/** Lists the rules that the organisation uses, and which of them it called not applicable. */
@ApplicationScoped
@Transactional
public class FindRules {
    private final EntityManager em;
    private final RuleBooks books;
    private final LegalCases cases;
    private final ActorNames names;

    @Inject
    FindRules(EntityManager em, RuleBooks books, LegalCases cases, ActorNames names) {
        this.em = em;
        this.books = books;
        this.cases = cases;
        this.names = names;
    }

    @SuppressWarnings("NullAway")
    protected FindRules() {
        this(null, null, null, null);
    }

    /**
     * One rule.
     *
     * @param last what was last called of it: not applicable, or applicable again; null if nothing was
     * @param signature what the second person said of that; null while it waits, and if it needs none
     * @param waived two people called it not applicable
     */
    public record RuleInUse(
            RuleBook.Entry entry,
            @Nullable Waiver last,
            @Nullable Countersignature signature,
            boolean waived) {
        /** Whether a proposal waits for a second person. */
        public boolean waiting() {
            return last != null && !last.lifted() && signature == null;
        }
    }

    /** @param names display names of the people who called rules not applicable, by pseudonym */
    public record Rules(List<RuleInUse> rules, Map<UUID, String> names) {}

    /** In the packs' order. */
    @Requires(Permission.VIEW_RECORD)
    public Rules inUse() {
        RuleBook book = books.read();
        List<Waiver> waivers = em.createQuery(
                        "select w from Waiver w where w.clockId is null order by w.leaf", Waiver.class)
                .getResultList();
        Map<UUID, Countersignature> signatures = cases.signatures(waivers);
        List<RuleInUse> rules = book.all().stream()
                .map(entry -> rule(book, entry, waivers, signatures))
                .toList();
        return new Rules(rules, names.of(waivers.stream()));
    }

    private static RuleInUse rule(
            RuleBook book, RuleBook.Entry entry, List<Waiver> waivers, Map<UUID, Countersignature> signatures) {
        String id = entry.rule().id();
        Waiver last = waivers.stream()
                .filter(waiver -> waiver.ruleId().equals(id))
                .reduce((first, second) -> second)
                .orElse(null);
        return new RuleInUse(entry, last, last == null ? null : signatures.get(last.id()), book.isWaived(id));
    }
}
