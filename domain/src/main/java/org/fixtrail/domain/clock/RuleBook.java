package org.fixtrail.domain.clock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.RulePack;

/** The rules of one organisation: those in force for new clocks, and those under which clocks began. */
public final class RuleBook {
    private final Map<UUID, Edition> byRow;
    private final List<Edition> current;
    private final Set<String> waived;

    /**
     * @param editions every edition that the organisation uses or used
     * @param current those among them that new clocks begin under, one for each pack
     * @param waived ids of rules that two people have called not applicable
     */
    public RuleBook(Collection<Edition> editions, Collection<Edition> current, Set<String> waived) {
        this.byRow = editions.stream().collect(Collectors.toMap(Edition::row, Function.identity()));
        this.current = List.copyOf(current);
        this.waived = Set.copyOf(waived);
    }

    /**
     * A rule pack as it was adopted.
     *
     * @param order a later adoption has a higher number
     * @param running whether clocks that run already follow it, too
     */
    public record Edition(UUID row, long order, boolean running, RulePack pack) {}

    /** One rule, and the edition in which it is. */
    public record Entry(Edition edition, ClockRule rule) {
        boolean sharesPack(Entry other) {
            return edition.pack().id().equals(other.edition().pack().id());
        }
    }

    /** Every edition that is or may be used. */
    public Collection<Edition> editions() {
        return byRow.values();
    }

    /** The rules that new clocks begin under; waived ones are left out. */
    public List<Entry> current() {
        return current.stream().flatMap(edition -> entries(edition).stream()).toList();
    }

    /** The rules under which a clock goes on that began under an edition. */
    public List<Entry> continuing(UUID row) {
        return Optional.ofNullable(byRow.get(row))
                .map(held -> entries(followed(held)))
                .orElse(List.of());
    }

    /** Whether any edition has the rule. */
    public boolean knows(String ruleId) {
        return byRow.values().stream()
                .flatMap(edition -> edition.pack().rules().stream())
                .anyMatch(rule -> rule.id().equals(ruleId));
    }

    /** Every rule for new clocks, waived ones among them. */
    public List<Entry> all() {
        return current.stream()
                .flatMap(edition -> edition.pack().rules().stream().map(rule -> new Entry(edition, rule)))
                .toList();
    }

    public boolean isWaived(String ruleId) {
        return waived.contains(ruleId);
    }

    /** The editions that new clocks begin under, one for each pack. */
    public List<Edition> inUse() {
        return current;
    }

    /** This book, if clocks that run followed an edition, too. */
    public RuleBook following(Edition edition) {
        Edition running = new Edition(UUID.randomUUID(), Long.MAX_VALUE, true, edition.pack());
        List<Edition> all = new ArrayList<>(byRow.values());
        all.add(running);
        return new RuleBook(all, current, waived);
    }

    /** The edition under which a clock goes on that began under this one. */
    public Edition followed(Edition held) {
        Edition latest = held;
        for (Edition later : byRow.values()) {
            if (later.running()
                    && later.order() > latest.order()
                    && later.pack().id().equals(held.pack().id())) {
                latest = later;
            }
        }
        return latest;
    }

    private List<Entry> entries(Edition edition) {
        return edition.pack().rules().stream()
                .filter(rule -> !isWaived(rule.id()))
                .map(rule -> new Entry(edition, rule))
                .toList();
    }
}
