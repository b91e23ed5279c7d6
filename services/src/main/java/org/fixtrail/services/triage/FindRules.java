package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.obligation.Waiver;
import org.fixtrail.domain.obligation.WaiverHistory;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.obligation.RuleBooks;
import org.jspecify.annotations.Nullable;

/** Lists the rules that the organisation uses, and which of them it called not applicable. */
@ApplicationScoped
@Transactional
public class FindRules {
    private static final WaiverHistory NOTHING = new WaiverHistory(List.of(), Map.of());

    private final RuleBooks books;
    private final ActorNames names;

    @Inject
    FindRules(RuleBooks books, ActorNames names) {
        this.books = books;
        this.names = names;
    }

    @SuppressWarnings("NullAway")
    protected FindRules() {
        this(null, null);
    }

    /** @param waivers where the call stands that it is not applicable to the organisation */
    public record RuleInUse(RuleBook.Entry entry, WaiverHistory waivers) {
        /** What was called last: not applicable, or applicable again; null if nothing was. */
        public @Nullable Waiver last() {
            return waivers.last().orElse(null);
        }

        /** Whether a proposal waits for a second person. */
        public boolean waiting() {
            return waivers.waiting().isPresent();
        }

        /** Whether two people called it not applicable. */
        public boolean waived() {
            return waivers.inForce();
        }
    }

    /** @param names display names of the people who called rules not applicable, by pseudonym */
    public record Rules(List<RuleInUse> rules, Map<UUID, String> names) {}

    /** In the packs' order. */
    @Requires(Permission.VIEW_RECORD)
    public Rules inUse() {
        Map<String, WaiverHistory> histories = books.waiverHistories();
        List<RuleInUse> rules = books.read().all().stream()
                .map(entry ->
                        new RuleInUse(entry, histories.getOrDefault(entry.rule().id(), NOTHING)))
                .toList();
        return new Rules(rules, names.of(histories.values().stream().flatMap(of -> of.waivers().stream())));
    }
}
