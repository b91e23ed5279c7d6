package org.fixtrail.services.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.SystemVersion;
import org.fixtrail.domain.system.TrafficReport;
import org.fixtrail.services.access.NotFound;

/** The queries on AI systems; for use cases, inside their transaction. */
@ApplicationScoped
public class Systems {
    private final EntityManager em;

    @Inject
    public Systems(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected Systems() {
        this(null);
    }

    public AiSystem get(UUID id) {
        AiSystem system = em.find(AiSystem.class, id);
        if (system == null) {
            throw new NotFound("AI system");
        }
        return system;
    }

    public Optional<AiSystem> byName(String name) {
        return em.createQuery("select s from AiSystem s where s.name = :name", AiSystem.class)
                .setParameter("name", name.strip())
                .getResultStream()
                .findFirst();
    }

    public Optional<AiSystem> byNameInAnyCase(String name) {
        return em.createQuery("select s from AiSystem s where lower(s.name) = lower(:name)", AiSystem.class)
                .setParameter("name", name.strip())
                .getResultStream()
                .findFirst();
    }

    public List<AiSystem> all() {
        return em.createQuery("select s from AiSystem s order by lower(s.name), s.id", AiSystem.class)
                .getResultList();
    }

    public Map<UUID, String> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select s.id, s.name from AiSystem s where s.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    public Optional<SystemVersion> version(UUID systemId, String name) {
        return em.createQuery(
                        "select v from SystemVersion v where v.systemId = :system and v.name = :name",
                        SystemVersion.class)
                .setParameter("system", systemId)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    public List<SystemVersion> versions(UUID systemId) {
        return em.createQuery(
                        "select v from SystemVersion v where v.systemId = :system order by v.releasedAt desc",
                        SystemVersion.class)
                .setParameter("system", systemId)
                .setMaxResults(1_000)
                .getResultList();
    }

    public long reportsOverlapping(UUID systemId, Instant from, Instant to) {
        return em.createQuery(
                        "select count(r) from TrafficReport r where r.systemId = :system and r.fromAt < :to and r.toAt > :from",
                        Long.class)
                .setParameter("system", systemId)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
    }

    /** Reports of the given systems that the ledger held at a size. */
    public List<TrafficReport> traffic(Collection<UUID> systemIds, long knownAt) {
        return systemIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select r from TrafficReport r where r.systemId in :systems and r.leaf < :known order by r.fromAt",
                                TrafficReport.class)
                        .setParameter("systems", systemIds)
                        .setParameter("known", knownAt)
                        .getResultList();
    }
}
