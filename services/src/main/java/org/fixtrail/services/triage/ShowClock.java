package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.WaiverHistory;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.clock.Clocks;
import org.fixtrail.services.document.Documents;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.obligation.LegalCases;
import org.fixtrail.services.obligation.RuleBooks;
import org.fixtrail.services.system.Systems;

/** Shows one clock: why it ends when it ends, what happened to it, and the reports that answer it. */
@ApplicationScoped
@Transactional
public class ShowClock {
    private final EntityManager em;
    private final Failures failures;
    private final Systems systems;
    private final LegalCases cases;
    private final RuleBooks books;
    private final Clocks clocks;
    private final Documents documents;
    private final ActorNames names;

    @Inject
    ShowClock(
            EntityManager em,
            Failures failures,
            Systems systems,
            LegalCases cases,
            RuleBooks books,
            Clocks clocks,
            Documents documents,
            ActorNames names) {
        this.em = em;
        this.failures = failures;
        this.systems = systems;
        this.cases = cases;
        this.books = books;
        this.clocks = clocks;
        this.documents = documents;
        this.names = names;
    }

    @SuppressWarnings("NullAway")
    protected ShowClock() {
        this(null, null, null, null, null, null, null, null);
    }

    @Requires(Permission.VIEW_RECORD)
    public ClockView one(UUID clockId) {
        RunningClock clock = em.find(RunningClock.class, clockId);
        if (clock == null) {
            throw new NotFound("clock");
        }
        LegalCases.Records records = cases.of(List.of(clock.failureId()));
        List<Submission> entries = records.submissions(clock.failureId()).stream()
                .filter(report -> report.clockId().equals(clockId))
                .toList();
        Map<UUID, Submission> retracted = new HashMap<>();
        entries.forEach(entry -> Optional.ofNullable(entry.retracts()).ifPresent(id -> retracted.put(id, entry)));
        WaiverHistory waivers = records.waiverHistories(clock.failureId())
                .getOrDefault(clockId, new WaiverHistory(List.of(), Map.of()));
        List<ClockEvent> events = events(clockId);
        Stream<Act> acts = Stream.of(
                        entries.stream(),
                        waivers.waivers().stream(),
                        records.signatures().values().stream(),
                        events.stream())
                .flatMap(stream -> stream);
        return new ClockView(
                clock,
                failures.get(clock.failureId()).title(),
                systems.get(clock.systemId()).name(),
                rule(clock),
                events,
                entries.stream().filter(entry -> entry.retracts() == null).toList(),
                retracted,
                documents.of(entries.stream().map(Submission::id).toList()),
                waivers,
                siblings(clock),
                names.of(acts));
    }

    private List<ClockEvent> events(UUID clockId) {
        return em.createQuery("select e from ClockEvent e where e.clockId = :clock order by e.leaf", ClockEvent.class)
                .setParameter("clock", clockId)
                .getResultList();
    }

    private Optional<ClockRule> rule(RunningClock clock) {
        return books.read().editions().stream()
                .filter(edition -> edition.row().equals(clock.terms().ruleRow()))
                .map(RuleBook.Edition::pack)
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.id().equals(clock.terms().ruleId()))
                .findFirst();
    }

    private List<RunningClock> siblings(RunningClock clock) {
        return clocks.of(clock.failureId()).stream()
                .filter(other -> other.isOfRule() && !other.id().equals(clock.id()))
                .filter(other -> other.cycle() == clock.cycle() && other.state() != ClockState.VOID)
                .toList();
    }
}
