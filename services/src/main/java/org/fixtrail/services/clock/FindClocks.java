package org.fixtrail.services.clock;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.ClockTerms;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.escalation.EscalationView;
import org.fixtrail.services.escalation.FindEscalations;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists clocks, and tells the story of those of one failure. */
@ApplicationScoped
@Transactional
public class FindClocks {
    private final EntityManager em;
    private final Clocks clocks;
    private final FindEscalations escalations;
    private final Clock clock;

    @Inject
    public FindClocks(EntityManager em, Clocks clocks, FindEscalations escalations, Clock clock) {
        this.em = em;
        this.clocks = clocks;
        this.escalations = escalations;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected FindClocks() {
        this(null, null, null, null);
    }

    /**
     * A clock, and the names of what it runs on.
     *
     * @param news what of it waits for an acknowledgement, or was acknowledged; null for neither
     */
    public record ClockRow(
            RunningClock clock,
            String failureTitle,
            String systemName,
            @Nullable EscalationView news) {}

    /** A clock and all that happened to it, in order. */
    public record ClockStory(RunningClock clock, List<ClockEvent> events) {}

    /** @param page sorts by deadline (the list's own order), startedAt, state or severity */
    @Requires(Permission.VIEW_RECORD)
    public Page<ClockRow> list(ClockFilter filter, PageRequest page) {
        CriteriaBuilder build = em.getCriteriaBuilder();
        CriteriaQuery<Object[]> query = build.createQuery(Object[].class);
        Root<RunningClock> of = query.from(RunningClock.class);
        Root<Failure> failure = query.from(Failure.class);
        Root<AiSystem> system = query.from(AiSystem.class);
        List<Predicate> where = where(build, of, filter);
        where.add(build.equal(of.get("failureId"), failure.get("id")));
        where.add(build.equal(of.get("systemId"), system.get("id")));
        query.multiselect(of, failure.get("title"), system.get("name")).where(where.toArray(new Predicate[0]));
        Expression<?> sort = sort(of, page);
        boolean descending = page.sort() != null && page.descending();
        query.orderBy(descending ? build.desc(sort) : build.asc(sort), build.asc(of.get("id")));
        List<Object[]> found = em.createQuery(query)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        Map<UUID, EscalationView> news = escalations.latest(
                found.stream().map(row -> ((RunningClock) row[0]).id()).toList());
        List<ClockRow> rows = found.stream()
                .map(row -> {
                    RunningClock each = (RunningClock) row[0];
                    return new ClockRow(each, (String) row[1], (String) row[2], news.get(each.id()));
                })
                .toList();
        return new Page<>(rows, count(filter));
    }

    private long count(ClockFilter filter) {
        CriteriaBuilder build = em.getCriteriaBuilder();
        CriteriaQuery<Long> query = build.createQuery(Long.class);
        Root<RunningClock> of = query.from(RunningClock.class);
        query.select(build.count(of)).where(where(build, of, filter).toArray(new Predicate[0]));
        return em.createQuery(query).getSingleResult();
    }

    @Requires(Permission.VIEW_RECORD)
    public List<ClockStory> ofFailure(UUID failureId) {
        Map<UUID, List<ClockEvent>> events = em.createQuery(
                        "select e from ClockEvent e where e.failureId = :failure order by e.leaf", ClockEvent.class)
                .setParameter("failure", failureId)
                .getResultStream()
                .collect(groupingBy(ClockEvent::clockId));
        return clocks.of(failureId).stream()
                .map(of -> new ClockStory(of, events.getOrDefault(of.id(), List.of())))
                .toList();
    }

    private List<Predicate> where(CriteriaBuilder build, Root<RunningClock> of, ClockFilter filter) {
        List<Predicate> all = new ArrayList<>();
        if (!filter.states().isEmpty()) {
            all.add(of.get("state").in(filter.states()));
        }
        if (filter.atRisk()) {
            all.add(of.get("state").in(List.of(ClockState.RUNNING, ClockState.OVERDUE_STRICT)));
            all.add(build.or(
                    build.isTrue(of.get("warned")),
                    build.lessThanOrEqualTo(terms(of).<Instant>get("warnAt"), Instant.now(clock))));
        }
        if (filter.systemId() != null) {
            all.add(build.equal(of.get("systemId"), filter.systemId()));
        }
        if (filter.severity() != null) {
            all.add(build.equal(terms(of).get("severity"), filter.severity()));
        }
        if (filter.endsAfter() != null) {
            all.add(build.greaterThan(terms(of).<Instant>get("legalAt"), filter.endsAfter()));
        }
        if (filter.endsUntil() != null) {
            all.add(build.lessThanOrEqualTo(terms(of).<Instant>get("legalAt"), filter.endsUntil()));
        }
        if (filter.legal() != null) {
            all.add(
                    filter.legal()
                            ? of.get("ruleGroup").isNotNull()
                            : of.get("ruleGroup").isNull());
        }
        return all;
    }

    private static Expression<?> sort(Root<RunningClock> of, PageRequest page) {
        String name = page.sort() == null ? "" : page.sort();
        return switch (name) {
            case "state" -> of.get(name);
            case "startedAt", "severity" -> terms(of).get(name);
            default -> terms(of).get("strictAt");
        };
    }

    private static Path<ClockTerms> terms(Root<RunningClock> of) {
        return of.get("terms");
    }
}
