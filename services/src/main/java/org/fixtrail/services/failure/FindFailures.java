package org.fixtrail.services.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.paging.Containing;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.system.Systems;
import org.jspecify.annotations.Nullable;

/** Lists failures; filtering, sorting and paging happen in the database. */
@ApplicationScoped
@Transactional
public class FindFailures {
    /** What the list sorts by. */
    public static final List<String> SORTS =
            List.of("title", "severity", "stage", "detectedAt", "emergedAt", "deployedAt", "changedAt", "occurrences");

    private final EntityManager em;
    private final Systems systems;

    @Inject
    public FindFailures(EntityManager em, Systems systems) {
        this.em = em;
        this.systems = systems;
    }

    @SuppressWarnings("NullAway")
    protected FindFailures() {
        this(null, null);
    }

    @Requires(Permission.VIEW_RECORD)
    public Page<FailureRow> list(FailureFilter filter, PageRequest page) {
        CriteriaBuilder build = em.getCriteriaBuilder();
        CriteriaQuery<Long> count = build.createQuery(Long.class);
        Root<Failure> counted = count.from(Failure.class);
        count.select(build.count(counted)).where(where(build, counted, filter));
        CriteriaQuery<Failure> list = build.createQuery(Failure.class);
        Root<Failure> listed = list.from(Failure.class);
        list.select(listed).where(where(build, listed, filter)).orderBy(order(build, listed, page));
        List<Failure> found = em.createQuery(list)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        Map<UUID, String> names =
                systems.names(found.stream().map(Failure::systemId).distinct().toList());
        List<FailureRow> rows = found.stream()
                .map(failure -> new FailureRow(failure, names.getOrDefault(failure.systemId(), "")))
                .toList();
        return new Page<>(rows, em.createQuery(count).getSingleResult());
    }

    /** How many open failures stand at each stage; stages without any are left out. */
    @Requires(Permission.VIEW_RECORD)
    public Map<Stage, Long> openByStage() {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        em.createQuery(
                        "select f.stage, count(f) from Failure f where f.status = :open group by f.stage",
                        Object[].class)
                .setParameter("open", FailureStatus.OPEN)
                .getResultList()
                .forEach(row -> counts.put((Stage) row[0], (Long) row[1]));
        return counts;
    }

    private static Predicate[] where(CriteriaBuilder build, Root<Failure> failure, FailureFilter filter) {
        List<Predicate> all = new ArrayList<>();
        equal(all, build, failure, "systemId", filter.systemId());
        equal(all, build, failure, "severity", filter.severity());
        equal(all, build, failure, "category", filter.category());
        equal(all, build, failure, "status", filter.status());
        equal(all, build, failure, "stage", filter.stage());
        equal(all, build, failure, "imported", filter.imported());
        equal(all, build, failure, "contradictory", filter.contradictory());
        String text = filter.text();
        if (text != null && !text.isBlank()) {
            all.add(build.like(build.lower(failure.get("title")), Containing.pattern(text), Containing.ESCAPE));
        }
        return all.toArray(Predicate[]::new);
    }

    private static void equal(
            List<Predicate> all, CriteriaBuilder build, Root<Failure> failure, String field, @Nullable Object value) {
        if (value != null) {
            all.add(build.equal(failure.get(field), value));
        }
    }

    private static List<Order> order(CriteriaBuilder build, Root<Failure> failure, PageRequest page) {
        String sort = page.sort() == null || !SORTS.contains(page.sort()) ? "changedAt" : page.sort();
        Expression<?> by = switch (sort) {
            case "severity" -> severityRank(build, failure);
            case "stage" -> failure.get("stageNumber");
            default -> failure.get(sort);
        };
        return List.of(page.descending() ? build.desc(by) : build.asc(by), build.asc(failure.get("id")));
    }

    /** As conditions: a plain {@code case} would give EclipseLink's ordinals to a column of names. */
    private static Expression<Integer> severityRank(CriteriaBuilder build, Root<Failure> failure) {
        CriteriaBuilder.Case<Integer> rank = build.selectCase();
        for (Severity severity : Severity.values()) {
            rank = rank.when(build.equal(failure.get("severity"), severity), severity.ordinal());
        }
        return rank.otherwise(-1);
    }
}
