package org.fixtrail.services.triage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.Notice;
import org.fixtrail.services.access.ActorNames;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.triage.DutiesView.Chain;
import org.fixtrail.services.triage.DutiesView.Held;
import org.fixtrail.services.triage.DutiesView.Snapshot;

/** Shows what stands beside the clocks of a failure: notices along the supply chain, legal holds, the evidence snapshot. */
@ApplicationScoped
@Transactional
public class ShowDuties {
    private final EntityManager em;
    private final ShowTriage triage;
    private final Failures failures;
    private final Holds holds;
    private final ActorNames names;

    @Inject
    ShowDuties(EntityManager em, ShowTriage triage, Failures failures, Holds holds, ActorNames names) {
        this.em = em;
        this.triage = triage;
        this.failures = failures;
        this.holds = holds;
        this.names = names;
    }

    @SuppressWarnings("NullAway")
    protected ShowDuties() {
        this(null, null, null, null, null);
    }

    @Requires(Permission.VIEW_RECORD)
    public DutiesView of(UUID failureId) {
        TriageView view = triage.of(failureId);
        Failure failure = view.failure();
        List<Notice> entries = em.createQuery(
                        "select n from Notice n where n.failureId = :failure order by n.leaf", Notice.class)
                .setParameter("failure", failureId)
                .getResultList();
        Map<UUID, Notice> retracted = new HashMap<>();
        entries.forEach(entry -> Optional.ofNullable(entry.retracts()).ifPresent(id -> retracted.put(id, entry)));
        List<Notice> notices =
                entries.stream().filter(entry -> entry.retracts() == null).toList();
        List<Held> held = holds.of(failure.systemId()).stream()
                .filter(hold -> hold.placed().failureId() == null
                        || failureId.equals(hold.placed().failureId()))
                .toList();
        Stream<Act> acts = Stream.concat(
                entries.stream(),
                held.stream().flatMap(hold -> Stream.concat(Stream.of(hold.placed()), hold.waiting().stream())));
        return new DutiesView(
                failure,
                view.system(),
                chains(view, notices, retracted.keySet()),
                notices,
                retracted,
                held,
                snapshot(failures.now(failures.facts(failureId))),
                names.of(acts));
    }

    private static List<Chain> chains(TriageView view, List<Notice> notices, Set<UUID> retracted) {
        return view.rules().stream()
                .filter(line -> !line.waived() && line.verdict().applies())
                .map(line -> line.entry().rule())
                .filter(rule -> !rule.addressee().recipients().isEmpty())
                .distinct()
                .map(rule -> chain(rule, notices, retracted))
                .toList();
    }

    private static Chain chain(ClockRule rule, List<Notice> notices, Set<UUID> retracted) {
        return new Chain(
                rule,
                notices.stream()
                        .filter(notice -> notice.ruleId().equals(rule.id()) && !retracted.contains(notice.id()))
                        .map(Notice::recipient)
                        .collect(Collectors.toSet()));
    }

    private static Optional<Snapshot> snapshot(Timeline timeline) {
        return timeline.reached(timeline.cycle(), Stage.DECIDED).flatMap(decided -> {
            StageDetails details = decided.details();
            return details.text("snapshot")
                    .map(where -> new Snapshot(true, where))
                    .or(() -> details.text("noSnapshotReason").map(why -> new Snapshot(false, why)));
        });
    }
}
