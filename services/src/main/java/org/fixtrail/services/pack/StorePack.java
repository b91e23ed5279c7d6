package org.fixtrail.services.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.domain.pack.EvidencePack;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.job.Jobs;
import org.fixtrail.services.ledger.Ledger;

/** Stores a finished pack and ends its job, in one transaction. */
@ApplicationScoped
@Transactional
public class StorePack {
    static final String FILE = "pack.pdf";

    private final Jobs jobs;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    public StorePack(Jobs jobs, Ledger ledger, Clock clock) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected StorePack() {
        this(null, null, null);
    }

    @Requires(Permission.ISSUE_PACK)
    public void store(UUID jobId, PackContent content, SealedPack sealed) {
        Job job = jobs.get(jobId);
        if (job.finishedAt() != null) {
            return;
        }
        UUID packId = UUID.fromString(content.packId());
        jobs.store(CallerContext.get().organisationId(), jobId, FILE, sealed.pdf());
        ledger.append(new EvidencePack(
                packId,
                jobId,
                job.parameters(),
                content.summary().failures(),
                content.ledger().size(),
                Sha256.parse(content.ledger().rootHash()),
                Sha256.parse(sealed.sha256Hex()),
                sealed.pdf().length));
        job.done(
                CanonicalJson.write(Map.of("pack", packId.toString(), "sha256", sealed.sha256Hex())),
                Moments.toMicros(Instant.now(clock)));
    }
}
