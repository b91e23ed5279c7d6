package org.fixtrail.services.signal;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.ledger.TreeHead;
import org.fixtrail.domain.signal.Signal;
import org.fixtrail.domain.signal.SignalBatch;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.failure.Occurrences;
import org.fixtrail.services.ledger.Ledger;

/** Stores signals, each once, all of a batch or none, and makes occurrences of those that name a failure. */
@ApplicationScoped
@Transactional
public class ReceiveSignals {
    /** Signals of one batch at most. */
    public static final int MOST = 1_000;

    private final EntityManager em;
    private final Failures failures;
    private final Occurrences occurrences;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public ReceiveSignals(EntityManager em, Failures failures, Occurrences occurrences, Ledger ledger, Clock clock) {
        this.em = em;
        this.failures = failures;
        this.occurrences = occurrences;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ReceiveSignals() {
        this(null, null, null, null, null);
    }

    @Requires(Permission.SEND_SIGNALS)
    public Outcome<StoredSignals> receive(List<IncomingSignal> incoming) {
        Caller caller = CallerContext.get();
        UUID systemId = caller.systemId();
        if (systemId == null) {
            return Outcome.refused("no-system", "Only a key that is bound to one AI system may send its signals.");
        }
        List<FieldProblem> problems = problems(incoming);
        if (!problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        List<IncomingSignal> fresh = fresh(incoming);
        if (fresh.isEmpty()) {
            return Outcome.done(new StoredSignals(0, incoming.size(), List.of(), List.of()));
        }
        List<String> opened = new ArrayList<>();
        List<String> recurred = new ArrayList<>();
        Map<IncomingSignal, Failure> failureOf = new LinkedHashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            IncomingSignal signal = fresh.get(i);
            if (signal.failure() != null && !isFailureOf(signal.failure(), systemId)) {
                return Outcome.invalid(List.of(new FieldProblem(
                        "[" + incoming.indexOf(signal) + "].failure", "is no failure of this AI system")));
            }
        }
        fresh.forEach(signal -> assign(signal, systemId, failureOf, opened));
        failureOf.entrySet().stream()
                // in one order for all who hold several failures
                .collect(groupingBy(Map.Entry::getValue, () -> new TreeMap<>(comparing(Failure::id)), toList()))
                .forEach((failure, signals) -> {
                    boolean again = occurrences.happened(
                            failure,
                            signals.stream()
                                    .map(entry -> new Occurrences.Occurrence(
                                            entry.getKey().occurredAt(),
                                            entry.getKey().version()))
                                    .toList());
                    if (again) {
                        recurred.add(new FailureId(failure.id()).toString());
                    }
                });
        store(fresh, failureOf, systemId, caller.organisationId());
        return Outcome.done(new StoredSignals(fresh.size(), incoming.size() - fresh.size(), opened, recurred));
    }

    private void assign(
            IncomingSignal signal, UUID systemId, Map<IncomingSignal, Failure> failureOf, List<String> opened) {
        String fingerprint = signal.fingerprint();
        if (signal.failure() != null) {
            failureOf.put(signal, failures.standingFor(failures.get(signal.failure())));
        } else if (fingerprint != null) {
            Failure failure = failureOf.values().stream()
                    .filter(known -> fingerprint.equals(known.fingerprint()))
                    .findFirst()
                    .or(() -> failures.byFingerprint(systemId, fingerprint).map(failures::standingFor))
                    .orElseGet(() -> {
                        Failure created = occurrences.openFor(
                                systemId, fingerprint, signal.title(), signal.severity(), signal.occurredAt());
                        opened.add(new FailureId(created.id()).toString());
                        return created;
                    });
            failureOf.put(signal, failure);
        }
    }

    private void store(
            List<IncomingSignal> fresh, Map<IncomingSignal, Failure> failureOf, UUID systemId, UUID organisationId) {
        UUID batchId = UUID.randomUUID();
        TreeHead tree = TreeHead.EMPTY;
        int position = 0;
        for (IncomingSignal incoming : fresh) {
            Failure failure = failureOf.get(incoming);
            Signal signal = new Signal(
                    UUID.randomUUID(),
                    organisationId,
                    batchId,
                    position++,
                    systemId,
                    incoming.source(),
                    incoming.eventId(),
                    incoming.type(),
                    Moments.toMicros(incoming.occurredAt()),
                    incoming.version(),
                    incoming.fingerprint(),
                    failure == null ? null : failure.id(),
                    failure == null ? null : failure.cycle(),
                    incoming.data());
            tree = tree.append(signal.leaf());
            em.persist(signal);
        }
        ledger.append(new SignalBatch(batchId, systemId, fresh.size(), tree.root()));
    }

    private boolean isFailureOf(UUID failureId, UUID systemId) {
        Failure failure = em.find(Failure.class, failureId);
        return failure != null && failure.systemId().equals(systemId);
    }

    /** Those that are not stored yet; of two with the same name in one batch, the first. */
    private List<IncomingSignal> fresh(List<IncomingSignal> incoming) {
        Set<List<String>> known = new HashSet<>();
        em.createQuery(
                        "select s.source, s.eventId from Signal s where s.source in :sources and s.eventId in :ids",
                        Object[].class)
                .setParameter(
                        "sources",
                        incoming.stream().map(IncomingSignal::source).distinct().toList())
                .setParameter(
                        "ids",
                        incoming.stream()
                                .map(IncomingSignal::eventId)
                                .distinct()
                                .toList())
                .getResultList()
                .forEach(row -> known.add(List.of((String) row[0], (String) row[1])));
        return incoming.stream()
                .filter(signal -> known.add(List.of(signal.source(), signal.eventId())))
                .toList();
    }

    private List<FieldProblem> problems(List<IncomingSignal> incoming) {
        List<FieldProblem> problems = new ArrayList<>();
        if (incoming.isEmpty() || incoming.size() > MOST) {
            problems.add(new FieldProblem("signals", "must be 1 to " + MOST));
        }
        Instant latest = Instant.now(clock).plus(Timeline.CLOCK_SKEW);
        for (int i = 0; i < incoming.size(); i++) {
            if (incoming.get(i).occurredAt().isAfter(latest)) {
                problems.add(new FieldProblem("[" + i + "].time", "is in the future"));
            }
        }
        return problems;
    }
}
