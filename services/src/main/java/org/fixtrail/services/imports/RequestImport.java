package org.fixtrail.services.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobEvent;
import org.fixtrail.domain.job.JobKind;
import org.fixtrail.domain.job.JobState;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.job.Jobs;
import org.fixtrail.services.ledger.Ledger;

/** Takes a file and its mapping for import; the mapping is checked at once, the rows by a job. */
@ApplicationScoped
@Transactional
public class RequestImport {
    /** Bytes of a data file at most. */
    public static final int MOST_BYTES = 64 << 20;

    static final String DATA = "data";
    static final String MAPPING = "mapping";

    private final EntityManager em;
    private final Jobs jobs;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public RequestImport(EntityManager em, Jobs jobs, Ledger ledger, Clock clock) {
        this.em = em;
        this.jobs = jobs;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected RequestImport() {
        this(null, null, null, null);
    }

    /** @return the id of the job */
    @Requires(Permission.IMPORT_HISTORY)
    public Outcome<UUID> request(String fileName, byte[] data, byte[] mapping) {
        if (data.length == 0 || data.length > MOST_BYTES) {
            return Outcome.invalid(List.of(new FieldProblem("data", "must have 1 byte to 64 MiB")));
        }
        MappingResult result = ImportMapping.parse(mapping);
        if (result instanceof MappingResult.Refused refused) {
            return Outcome.invalid(refused.problems().stream()
                    .map(problem -> new FieldProblem("mapping", problem))
                    .toList());
        }
        ImportMapping parsed = ((MappingResult.Parsed) result).mapping();
        List<String> endings = parsed.format().endings();
        if (!FileName.fits(fileName, endings)) {
            return Outcome.invalid(List.of(new FieldProblem("data", FileName.problem(endings))));
        }
        Caller caller = CallerContext.get();
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("file", FileName.shown(fileName));
        parameters.put("source", parsed.source());
        parameters.put("dataSha256", Sha256.over(data).toString());
        parameters.put("mappingSha256", Sha256.over(mapping).toString());
        String canonical = CanonicalJson.write(parameters);
        Job job = new Job(
                UUID.randomUUID(),
                caller.organisationId(),
                JobKind.IMPORT,
                JobState.WAITING,
                caller.actor().toString(),
                Moments.toMicros(Instant.now(clock)),
                canonical);
        em.persist(job);
        jobs.store(caller.organisationId(), job.id(), DATA, data);
        jobs.store(caller.organisationId(), job.id(), MAPPING, mapping);
        ledger.append(new JobEvent(UUID.randomUUID(), job.id(), "IMPORT_REQUESTED", canonical));
        return Outcome.done(job.id());
    }
}
