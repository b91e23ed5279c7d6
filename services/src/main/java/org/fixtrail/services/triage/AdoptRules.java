package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.PlannedClock;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.obligation.RulePack;
import org.fixtrail.domain.obligation.RulePackEdition;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.clock.Clocks;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.obligation.RuleBooks;
import org.fixtrail.services.obligation.RulePackReader;
import org.fixtrail.services.obligation.RulePackReading;

/**
 * Brings rule packs of the organisation's own into use, and lets clocks that run follow a new edition. New clocks begin under
 * the latest edition; one that runs changes its edition only here, after somebody saw what that changes.
 */
@ApplicationScoped
@Transactional
public class AdoptRules {
    /** More clocks than these are not listed one by one. */
    private static final int MOST_SHOWN = 200;

    private static final Set<ClockState> OPEN = Set.of(ClockState.RUNNING, ClockState.OVERDUE_STRICT);

    private final EntityManager em;
    private final Failures failures;
    private final Clocks clocks;
    private final RuleBooks books;
    private final LegalRefresh refresh;
    private final Ledger ledger;

    @Inject
    AdoptRules(
            EntityManager em, Failures failures, Clocks clocks, RuleBooks books, LegalRefresh refresh, Ledger ledger) {
        this.em = em;
        this.failures = failures;
        this.clocks = clocks;
        this.books = books;
        this.refresh = refresh;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected AdoptRules() {
        this(null, null, null, null, null, null);
    }

    /**
     * A pack of which clocks run under an older edition than new ones begin under.
     *
     * @param changes what would change if they followed; clocks that stay as they are are not among them
     * @param clocks how many run under an older edition
     * @param complete false if there are more clocks than were looked at
     */
    public record NewEdition(RulePack pack, List<Change> changes, long clocks, boolean complete) {}

    /** One clock, as it is and as it would be. */
    public record Change(RunningClock clock, String failureTitle, PlannedClock then) {}

    /**
     * Takes a pack of the organisation's own into use; an edition of a pack that is there takes its place for new clocks.
     *
     * @param yaml the file, in UTF-8
     */
    @Requires(Permission.MANAGE_RULES)
    public Outcome<UUID> adopt(byte[] yaml) {
        RulePackReading reading = RulePackReader.read(yaml);
        if (reading instanceof RulePackReading.Refused refused) {
            return Outcome.invalid(refused.problems().stream()
                    .map(problem -> new FieldProblem("pack", problem))
                    .toList());
        }
        RulePack pack = ((RulePackReading.Read) reading).pack();
        Optional<String> problem = problem(pack);
        if (problem.isPresent()) {
            return Outcome.invalid("pack", problem.get());
        }
        RulePackEdition edition = new RulePackEdition(
                UUID.randomUUID(), pack.id(), pack.edition(), true, false, new String(yaml, StandardCharsets.UTF_8));
        ledger.append(edition);
        refresh.allFailures();
        return Outcome.done(edition.id());
    }

    private Optional<String> problem(RulePack pack) {
        if (books.isBrought(pack.id())) {
            return Optional.of(pack.id() + " is the id of a pack that comes with Fixtrail: take another");
        }
        List<RuleBook.Edition> editions = List.copyOf(books.read().editions());
        Set<String> taken = editions.stream()
                .map(RuleBook.Edition::pack)
                .filter(other -> !other.id().equals(pack.id()))
                .flatMap(other -> other.rules().stream())
                .flatMap(rule -> Stream.of(rule.id(), rule.group()))
                .collect(Collectors.toSet());
        Optional<String> twice = pack.rules().stream()
                .flatMap(rule -> Stream.of(rule.id(), rule.group()))
                .filter(taken::contains)
                .findFirst();
        if (twice.isPresent()) {
            return Optional.of(twice.get() + " is the id of a rule of another pack");
        }
        boolean known = editions.stream()
                .anyMatch(edition -> edition.pack().id().equals(pack.id())
                        && edition.pack().edition().equals(pack.edition()));
        return known
                ? Optional.of("edition " + pack.edition() + " is in use already: a changed text is a new edition")
                : Optional.empty();
    }

    /** The packs of which clocks run under an older edition, and what would change. */
    @Requires({Permission.VIEW_RECORD, Permission.MANAGE_RULES})
    public List<NewEdition> newEditions() {
        RuleBook book = books.read();
        List<NewEdition> editions = new ArrayList<>();
        for (RuleBook.Edition current : book.inUse()) {
            List<UUID> older = older(book, current);
            if (!older.isEmpty()) {
                List<RunningClock> held = held(older, MOST_SHOWN);
                long count = em.createQuery(
                                "select count(c) from RunningClock c where c.terms.ruleRow in :rows and c.state in :open",
                                Long.class)
                        .setParameter("rows", older)
                        .setParameter("open", OPEN)
                        .getSingleResult();
                if (count > 0) {
                    editions.add(new NewEdition(
                            current.pack(), changes(book.following(current), held), count, count <= held.size()));
                }
            }
        }
        return editions;
    }

    /** Lets the clocks that run under older editions of a pack follow the one in use; they change within seconds. */
    @Requires(Permission.MANAGE_RULES)
    public Outcome<UUID> follow(String packId) {
        RuleBook book = books.read();
        Optional<RuleBook.Edition> found = book.inUse().stream()
                .filter(edition -> edition.pack().id().equals(packId))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.invalid("pack", "is not the id of a pack in use");
        }
        RuleBook.Edition current = found.get();
        if (older(book, current).isEmpty()) {
            return Outcome.refused("up-to-date", "No clock runs under an older edition of this pack.");
        }
        RulePackEdition edition = new RulePackEdition(
                UUID.randomUUID(),
                packId,
                current.pack().edition(),
                !books.isBrought(packId),
                true,
                books.text(current));
        ledger.append(edition);
        refresh.allFailures();
        return Outcome.done(edition.id());
    }

    /** The editions of the same pack under which clocks do not follow the one in use. */
    private static List<UUID> older(RuleBook book, RuleBook.Edition current) {
        return book.editions().stream()
                .filter(edition -> edition.pack().id().equals(current.pack().id())
                        && !book.followed(edition)
                                .pack()
                                .edition()
                                .equals(current.pack().edition()))
                .map(RuleBook.Edition::row)
                .toList();
    }

    private List<RunningClock> held(List<UUID> rows, int most) {
        return em.createQuery(
                        "select c from RunningClock c where c.terms.ruleRow in :rows and c.state in :open"
                                + " order by c.terms.legalAt, c.id",
                        RunningClock.class)
                .setParameter("rows", rows)
                .setParameter("open", OPEN)
                .setMaxResults(most)
                .getResultList();
    }

    private List<Change> changes(RuleBook then, List<RunningClock> held) {
        List<Change> changes = new ArrayList<>();
        for (UUID failureId :
                held.stream().map(RunningClock::failureId).distinct().toList()) {
            Failure failure = failures.get(failureId);
            List<PlannedClock> plans = clocks.planned(failure, failures.now(failures.facts(failureId)), then);
            for (RunningClock clock : held) {
                plans.stream()
                        .filter(plan -> clock.failureId().equals(failureId)
                                && plan.key().equals(clock.key()))
                        .filter(plan -> plan.differs(clock))
                        .forEach(plan -> changes.add(new Change(clock, failure.title(), plan)));
            }
        }
        return changes;
    }
}
