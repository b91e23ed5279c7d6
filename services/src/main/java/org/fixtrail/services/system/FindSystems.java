package org.fixtrail.services.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.SystemVersion;
import org.fixtrail.domain.system.TrafficReport;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.paging.Containing;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Lists AI systems with what belongs to them. */
@ApplicationScoped
@Transactional
public class FindSystems {
    private final EntityManager em;
    private final Systems systems;

    @Inject
    public FindSystems(EntityManager em, Systems systems) {
        this.em = em;
        this.systems = systems;
    }

    @SuppressWarnings("NullAway")
    protected FindSystems() {
        this(null, null);
    }

    /** An AI system and how many failures it has. */
    public record SystemRow(AiSystem system, long failures, long open) {}

    /** An AI system with its versions, newest first, and the traffic reported for it. */
    public record SystemView(AiSystem system, List<SystemVersion> versions, List<TrafficReport> traffic) {}

    /** An AI system to choose. */
    public record SystemName(UUID id, String name) {}

    /** All that there are, by name. */
    @Requires(Permission.VIEW_RECORD)
    public List<SystemName> names() {
        return systems.all().stream()
                .map(system -> new SystemName(system.id(), system.name()))
                .toList();
    }

    /**
     * By name.
     *
     * @param text what the name contains, in any case; null for all
     */
    @Requires(Permission.VIEW_RECORD)
    public Page<SystemRow> list(@Nullable String text, PageRequest page) {
        String pattern = Containing.pattern(text == null ? "" : text);
        List<AiSystem> found = em.createQuery(
                        "select s from AiSystem s where lower(s.name) like :pattern escape '\\' order by lower(s.name), s.id",
                        AiSystem.class)
                .setParameter("pattern", pattern)
                .setFirstResult(page.offset())
                .setMaxResults(page.limit())
                .getResultList();
        Map<UUID, long[]> counts = failures(found.stream().map(AiSystem::id).toList());
        List<SystemRow> rows = found.stream()
                .map(system -> {
                    long[] count = counts.getOrDefault(system.id(), new long[2]);
                    return new SystemRow(system, count[0], count[1]);
                })
                .toList();
        return new Page<>(
                rows,
                em.createQuery(
                                "select count(s) from AiSystem s where lower(s.name) like :pattern escape '\\'",
                                Long.class)
                        .setParameter("pattern", pattern)
                        .getSingleResult());
    }

    /** Of each AI system all failures, and the open ones. */
    private Map<UUID, long[]> failures(List<UUID> systemIds) {
        if (systemIds.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select f.systemId, f.status, count(f) from Failure f where f.systemId in :systems"
                                + " group by f.systemId, f.status",
                        Object[].class)
                .setParameter("systems", systemIds)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> new long[] {(Long) row[2], row[1] == FailureStatus.OPEN ? (Long) row[2] : 0},
                        (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]}));
    }

    @Requires(Permission.VIEW_RECORD)
    public SystemView one(UUID id) {
        return new SystemView(systems.get(id), systems.versions(id), systems.traffic(List.of(id), Long.MAX_VALUE));
    }
}
