package org.fixtrail.services.obligation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.domain.obligation.RulePack;
import org.fixtrail.domain.obligation.RulePackEdition;
import org.fixtrail.domain.obligation.Waiver;
import org.fixtrail.domain.obligation.WaiverHistory;
import org.fixtrail.services.ledger.Ledger;

/** Reads the rules that the organisation uses, inside a use case's transaction. */
@ApplicationScoped
public class RuleBooks {
    /** An edition never changes, so that its rules are read once; the bound only keeps memory in hand. */
    private static final int MOST_KNOWN = 1_000;

    private final Map<UUID, RulePack> read = new ConcurrentHashMap<>();
    private final EntityManager em;
    private final Ledger ledger;
    private final RulePacks packs;
    private final Countersigned countersigned;

    @Inject
    RuleBooks(EntityManager em, Ledger ledger, RulePacks packs, Countersigned countersigned) {
        this.em = em;
        this.ledger = ledger;
        this.packs = packs;
        this.countersigned = countersigned;
    }

    @SuppressWarnings("NullAway")
    protected RuleBooks() {
        this(null, null, null, null);
    }

    /** New clocks begin under the organisation's own packs and under the editions that we bring now. */
    public RuleBook read() {
        List<RuleBook.Edition> editions = new ArrayList<>();
        Map<String, RuleBook.Edition> current = new LinkedHashMap<>();
        packs.all().forEach(pack -> current.put(pack.id(), new RuleBook.Edition(UUID.randomUUID(), -1, false, pack)));
        for (Object[] row : adopted()) {
            RulePack pack = pack((UUID) row[0]);
            RuleBook.Edition edition = new RuleBook.Edition((UUID) row[0], (Long) row[1], (Boolean) row[2], pack);
            editions.add(edition);
            RuleBook.Edition before = current.get(pack.id());
            boolean isBrought = before != null && before.pack().edition().equals(pack.edition());
            if ((Boolean) row[3] || isBrought) {
                current.put(pack.id(), edition);
            }
        }
        current.values().stream().filter(edition -> edition.order() < 0).forEach(editions::add);
        return new RuleBook(editions, current.values(), waived());
    }

    /** Whether a pack comes with Fixtrail. */
    public boolean isBrought(String packId) {
        return packs.all().stream().anyMatch(pack -> pack.id().equals(packId));
    }

    /** The text of an edition. */
    public String text(RuleBook.Edition edition) {
        RulePackEdition row = em.find(RulePackEdition.class, edition.row());
        return row == null ? packs.text(edition.pack().id()) : row.yaml();
    }

    /** Puts the editions on record under which clocks begin, where that is their first use. */
    public void use(RuleBook book, Collection<UUID> rows) {
        Set<UUID> done = ledger.handedOver(RulePackEdition.class).stream()
                .map(RulePackEdition::id)
                .collect(Collectors.toSet());
        for (RuleBook.Edition edition : book.editions()) {
            if (edition.order() < 0 && rows.contains(edition.row()) && !done.contains(edition.row())) {
                RulePack pack = edition.pack();
                ledger.append(new RulePackEdition(
                        edition.row(), pack.id(), pack.edition(), false, false, packs.text(pack.id())));
            }
        }
    }

    /** Without the texts, which are long and never change. */
    private List<Object[]> adopted() {
        return em.createQuery(
                        "select r.id, r.leaf, r.running, r.own from RulePackEdition r order by r.leaf", Object[].class)
                .getResultList();
    }

    private RulePack pack(UUID row) {
        RulePack known = read.get(row);
        if (known != null) {
            return known;
        }
        if (read.size() > MOST_KNOWN) {
            read.clear();
        }
        RulePack parsed = parse(em.find(RulePackEdition.class, row));
        read.put(row, parsed);
        return parsed;
    }

    private static RulePack parse(RulePackEdition row) {
        RulePackReading reading = RulePackReader.read(row.yaml().getBytes(StandardCharsets.UTF_8));
        if (reading instanceof RulePackReading.Read read) {
            return read.pack();
        }
        throw new IllegalStateException("rule pack " + row.pack() + " of " + row.edition() + ": " + reading);
    }

    /** Where the calls stand that rules are not applicable in the organisation, by the rule. */
    public Map<String, WaiverHistory> waiverHistories() {
        List<Waiver> waivers = em.createQuery(
                        "select w from Waiver w where w.clockId is null order by w.leaf", Waiver.class)
                .getResultList();
        Map<UUID, Countersignature> signatures = countersigned.of(waivers);
        return waivers.stream()
                .collect(groupingBy(
                        Waiver::ruleId, collectingAndThen(toList(), of -> new WaiverHistory(of, signatures))));
    }

    private Set<String> waived() {
        return waiverHistories().entrySet().stream()
                .filter(rule -> rule.getValue().inForce())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
