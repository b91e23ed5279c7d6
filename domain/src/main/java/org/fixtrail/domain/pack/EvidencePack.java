package org.fixtrail.domain.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.fixtrail.domain.ledger.Sha256;
import org.jspecify.annotations.Nullable;

/** An issued evidence pack; its file stands beside it. */
@Entity
@Table(name = "evidence_pack")
public class EvidencePack extends Act {
    @Column(name = "job_id")
    private UUID jobId;

    @Column(name = "scope")
    private String scope;

    @Column(name = "failures")
    private long failures;

    @Column(name = "known_at")
    private long knownAt;

    @Column(name = "root")
    private Sha256 root;

    @Column(name = "file_sha256")
    private Sha256 fileSha256;

    @Column(name = "file_size")
    private long fileSize;

    @SuppressWarnings("NullAway.Init")
    protected EvidencePack() {}

    public EvidencePack(
            UUID id,
            UUID jobId,
            String scope,
            long failures,
            long knownAt,
            Sha256 root,
            Sha256 fileSha256,
            long fileSize) {
        super(id);
        this.jobId = jobId;
        this.scope = scope;
        this.failures = failures;
        this.knownAt = knownAt;
        this.root = root;
        this.fileSha256 = fileSha256;
        this.fileSize = fileSize;
    }

    public UUID jobId() {
        return jobId;
    }

    public String scope() {
        return scope;
    }

    public long failures() {
        return failures;
    }

    public long knownAt() {
        return knownAt;
    }

    public Sha256 root() {
        return root;
    }

    public Sha256 fileSha256() {
        return fileSha256;
    }

    public long fileSize() {
        return fileSize;
    }

    @Override
    public ActType type() {
        return ActType.PACK_ISSUED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("jobId", jobId)
                .and("scope", scope)
                .and("failures", failures)
                .and("knownAt", knownAt)
                .and("root", root)
                .and("fileSha256", fileSha256)
                .and("fileSize", fileSize)
                .map();
    }
}
