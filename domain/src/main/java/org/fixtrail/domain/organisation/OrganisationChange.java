package org.fixtrail.domain.organisation;

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

/** The operator closed an organisation, opened it again, or exported it. */
@Entity
@Table(name = "organisation_change")
public class OrganisationChange extends Act {
    @Column(name = "what")
    private String what;

    @Column(name = "reason")
    private String reason;

    @Column(name = "retention_years")
    private @Nullable Integer retentionYears;

    @Column(name = "export_sha256")
    private byte @Nullable [] exportSha256;

    @Column(name = "export_size")
    private @Nullable Long exportSize;

    @SuppressWarnings("NullAway.Init")
    protected OrganisationChange() {}

    @SuppressWarnings("NullAway.Init")
    private OrganisationChange(UUID id, ActType what, String reason) {
        super(id);
        this.what = what.name();
        this.reason = reason;
    }

    /** @param retentionYears how long at least its record is kept from now on */
    public static OrganisationChange closed(UUID id, String reason, int retentionYears) {
        OrganisationChange change = new OrganisationChange(id, ActType.ORGANISATION_CLOSED, reason);
        change.retentionYears = retentionYears;
        return change;
    }

    public static OrganisationChange reopened(UUID id, String reason) {
        return new OrganisationChange(id, ActType.ORGANISATION_REOPENED, reason);
    }

    /**
     * An export was written to its last byte.
     *
     * @param sha256 of the file
     * @param size of the file, in bytes
     */
    public static OrganisationChange exported(UUID id, Sha256 sha256, long size) {
        OrganisationChange change = new OrganisationChange(id, ActType.ORGANISATION_EXPORTED, "");
        change.exportSha256 = sha256.bytes();
        change.exportSize = size;
        return change;
    }

    @Override
    public ActType type() {
        return ActType.valueOf(what);
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("what", what)
                .and("reason", reason)
                .and("retentionYears", retentionYears == null ? null : retentionYears.longValue())
                .and("exportSha256", exportSha256 == null ? null : Sha256.of(exportSha256))
                .and("exportSize", exportSize)
                .map();
    }
}
