package org.fixtrail.services.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.job.Job;
import org.fixtrail.domain.job.JobKind;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.job.JobWork;
import org.fixtrail.services.job.Jobs;

/**
 * Imports a file in pieces, each of which commits; a piece that was committed before a crash is known by its keys and not
 * stored again.
 */
@ApplicationScoped
public class ImportWork implements JobWork {
    private static final int PIECE = 100;

    private final Jobs jobs;
    private final StoreImported store;
    private final Clock clock;

    @Inject
    public ImportWork(Jobs jobs, StoreImported store, Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ImportWork() {
        this(null, null, null);
    }

    @Override
    public JobKind kind() {
        return JobKind.IMPORT;
    }

    @Override
    public void work(Job job) {
        Caller importer = new Caller(
                job.organisationId(),
                Actor.parse(job.requestedBy()),
                "Import",
                null,
                EnumSet.of(Permission.IMPORT_HISTORY),
                null);
        CallerContext.run(importer, () -> read(job));
    }

    private void read(Job job) {
        ImportMapping mapping = mapping(store.file(job.id(), RequestImport.MAPPING));
        byte[] data = store.file(job.id(), RequestImport.DATA);
        ImportReader reader = new ImportReader(mapping, ImportLimits.DEFAULT, Instant.now(clock));
        try (ImportRows rows = reader.open(new ByteArrayInputStream(data))) {
            List<ImportRow> piece = new ArrayList<>();
            long done = 0;
            while (rows.hasNext()) {
                piece.add(rows.next());
                if (piece.size() == PIECE || !rows.hasNext()) {
                    store.store(job.id(), mapping.source(), List.copyOf(piece));
                    done += piece.size();
                    jobs.advance(job.id(), done, null);
                    piece.clear();
                }
            }
            store.finish(job.id(), mapping.source(), rows.summary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportMapping mapping(byte[] yaml) {
        if (ImportMapping.parse(yaml) instanceof MappingResult.Parsed parsed) {
            return parsed.mapping();
        }
        throw new IllegalStateException("the mapping was accepted before and is refused now");
    }
}
