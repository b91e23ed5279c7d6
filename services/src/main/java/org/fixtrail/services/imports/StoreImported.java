package org.fixtrail.services.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.job.JobEvent;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.failure.Failures;
import org.fixtrail.services.job.Jobs;
import org.fixtrail.services.ledger.Ledger;
import org.fixtrail.services.system.ManageSystems;
import org.fixtrail.services.system.SystemFacts;
import org.fixtrail.services.system.Systems;
import org.jspecify.annotations.Nullable;

/** Stores pieces of an import; what the source's key names already is passed over. */
@ApplicationScoped
@Transactional
public class StoreImported {
    private static final int REASON_LENGTH = 4_000;

    private final EntityManager em;
    private final Failures failures;
    private final Systems systems;
    private final ManageSystems manageSystems;
    private final Jobs jobs;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public StoreImported(
            EntityManager em,
            Failures failures,
            Systems systems,
            ManageSystems manageSystems,
            Jobs jobs,
            Ledger ledger,
            Clock clock) {
        this.em = em;
        this.failures = failures;
        this.systems = systems;
        this.manageSystems = manageSystems;
        this.jobs = jobs;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected StoreImported() {
        this(null, null, null, null, null, null, null);
    }

    @Requires(Permission.IMPORT_HISTORY)
    public byte[] file(UUID jobId, String name) {
        return jobs.file(jobId, name);
    }

    @Requires(Permission.IMPORT_HISTORY)
    public void store(UUID jobId, String source, List<ImportRow> rows) {
        waitForOtherImports();
        Set<String> known = known(source, rows);
        Map<String, UUID> systemIds = new HashMap<>();
        for (ImportRow row : rows) {
            if (row instanceof ImportRow.Accepted accepted) {
                note(jobId, accepted);
                if (!known.contains(accepted.failure().key())) {
                    UUID systemId = systemIds.computeIfAbsent(accepted.failure().system(), this::systemNamed);
                    store(jobId, systemId, source, accepted.failure());
                }
            } else if (row instanceof ImportRow.Rejected rejected) {
                note(jobId, row.line(), "REJECTED", rejected.key(), String.join("; ", rejected.reasons()));
            } else if (row instanceof ImportRow.Repeated repeated) {
                note(jobId, row.line(), "REPEATED", repeated.key(), "repeats line " + repeated.firstLine());
            } else if (row instanceof ImportRow.Stopped stopped) {
                note(jobId, row.line(), "REJECTED", null, "reading stopped here: " + stopped.reason());
            }
        }
    }

    @Requires(Permission.IMPORT_HISTORY)
    public void finish(UUID jobId, String source, ImportSummary summary) {
        long stored = em.createQuery(
                        "select count(r) from FailureRevision r where r.reason = :reason and r.revision = 1",
                        Long.class)
                .setParameter("reason", ImportedActs.reason(jobId))
                .getSingleResult();
        Map<String, Object> result = new TreeMap<>();
        result.put("source", source);
        result.put("rows", summary.rows());
        result.put("accepted", summary.accepted());
        result.put("stored", stored);
        result.put("known", summary.accepted() - stored);
        result.put("rejected", summary.rejected());
        result.put("repeated", summary.repeated());
        result.put("contradictory", summary.contradictory());
        result.put("complete", summary.complete());
        result.put("neverFound", summary.neverFound());
        String canonical = CanonicalJson.write(result);
        jobs.get(jobId).done(canonical, Moments.toMicros(Instant.now(clock)));
        ledger.append(new JobEvent(UUID.randomUUID(), jobId, "IMPORT_FINISHED", canonical));
    }

    private void store(UUID jobId, UUID systemId, String source, ImportedFailure imported) {
        Failure failure = new Failure(UUID.randomUUID(), CallerContext.get().organisationId(), systemId);
        failures.record(failure, ImportedActs.revision(failure, source, imported, jobId));
        failures.record(failure, List.of(), ImportedActs.transitions(failure, imported));
        em.persist(failure);
    }

    /** Of two imports that bring the same rows at once, the one that comes later finds those of the other known. */
    private void waitForOtherImports() {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, "imports of " + CallerContext.get().organisationId())
                .getResultList();
    }

    private Set<String> known(String source, List<ImportRow> rows) {
        List<String> keys = rows.stream()
                .filter(ImportRow.Accepted.class::isInstance)
                .map(row -> ((ImportRow.Accepted) row).failure().key())
                .toList();
        return keys.isEmpty()
                ? Set.of()
                : new HashSet<>(em.createQuery(
                                "select f.externalKey from Failure f where f.source = :source and f.externalKey in :keys",
                                String.class)
                        .setParameter("source", source)
                        .setParameter("keys", keys)
                        .getResultList());
    }

    private UUID systemNamed(String name) {
        return systems.byNameInAnyCase(name).map(AiSystem::id).orElseGet(() -> {
            Outcome<UUID> added = manageSystems.add(SystemFacts.named(name));
            if (added instanceof Outcome.Done<UUID> done) {
                em.flush();
                return done.value();
            }
            throw new IllegalStateException("the AI system " + name + " could not be added: " + added);
        });
    }

    private void note(UUID jobId, ImportRow.Accepted accepted) {
        List<String> words = accepted.failure().contradictions().stream()
                .map(Contradiction::words)
                .toList();
        if (!words.isEmpty()) {
            note(jobId, accepted.line(), "CONTRADICTORY", accepted.failure().key(), String.join("; ", words));
        }
    }

    private void note(UUID jobId, long line, String kind, @Nullable String key, String reason) {
        em.createNativeQuery("insert into import_note (organisation_id, job_id, line, kind, external_key, reason)"
                        + " values (current_organisation(), ?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, jobId)
                .setParameter(2, line)
                .setParameter(3, kind)
                .setParameter(4, key)
                .setParameter(5, reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) : reason)
                .executeUpdate();
    }
}
