package org.fixtrail.services.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobKind;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.job.JobWork;
import org.fixtrail.services.job.Jobs;

/** Reads what a pack says, has it rendered and sealed, and stores it; no database transaction is open meanwhile. */
@ApplicationScoped
public class PackWork implements JobWork {
    private final AssemblePack assemble;
    private final PackRenderer renderer;
    private final StorePack store;
    private final Jobs jobs;

    @Inject
    public PackWork(AssemblePack assemble, PackRenderer renderer, StorePack store, Jobs jobs) {
        this.assemble = assemble;
        this.renderer = renderer;
        this.store = store;
        this.jobs = jobs;
    }

    @SuppressWarnings("NullAway")
    protected PackWork() {
        this(null, null, null, null);
    }

    @Override
    public JobKind kind() {
        return JobKind.PACK;
    }

    @Override
    public void work(Job job) {
        Caller issuer = new Caller(
                job.organisationId(),
                Actor.parse(job.requestedBy()),
                "Evidence pack",
                null,
                EnumSet.of(Permission.ISSUE_PACK, Permission.VIEW_RECORD, Permission.CHECK_LEDGER),
                null);
        CallerContext.run(issuer, () -> {
            jobs.advance(job.id(), 1, 100L);
            PackContent content = assemble.assemble(job);
            SealedPack sealed =
                    renderer.render(content, (step, percent) -> jobs.advance(job.id(), 10 + percent * 85L / 100, 100L));
            store.store(job.id(), content, sealed);
        });
    }
}
