package org.fixtrail.services.clock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks, before an organisation is known, which failures are due, or have clocks that are. */
@ApplicationScoped
@Transactional
public class ClockQueue {
    private final EntityManager em;

    @Inject
    public ClockQueue(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected ClockQueue() {
        this(null);
    }

    /** Failures by organisation, those that wait longest first. */
    public Map<UUID, List<UUID>> due(Instant now, int most) {
        List<?> rows = em.createNativeQuery("select organisation_id, failure_id from due_clocks(?1, ?2)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, most)
                .getResultList();
        return rows.stream()
                .map(row -> List.of((Object[]) row))
                .distinct()
                .collect(groupingBy(
                        row -> (UUID) row.get(0), LinkedHashMap::new, mapping(row -> (UUID) row.get(1), toList())));
    }
}
