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

    @Requires({Permission.VIEW_RECORD, Permission.MANAGE_KEYS})
    public List<SystemRow> all() {
        Map<UUID, long[]> counts = em.createQuery(
                        "select f.systemId, f.status, count(f) from Failure f group by f.systemId, f.status",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0],
                        row -> new long[] {(Long) row[2], row[1] == FailureStatus.OPEN ? (Long) row[2] : 0},
                        (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]}));
        return systems.all().stream()
                .map(system -> {
                    long[] count = counts.getOrDefault(system.id(), new long[2]);
                    return new SystemRow(system, count[0], count[1]);
                })
                .toList();
    }

    @Requires(Permission.VIEW_RECORD)
    public SystemView one(UUID id) {
        return new SystemView(systems.get(id), systems.versions(id), systems.traffic(List.of(id), Long.MAX_VALUE));
    }
}
