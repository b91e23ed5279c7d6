package org.fixtrail.services.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.Requires;
import org.jspecify.annotations.Nullable;

/** Shows the operator which organisations there are, and which there were; nothing of what they hold. */
@ApplicationScoped
@Transactional
public class ListOrganisations {
    private final EntityManager em;

    @Inject
    public ListOrganisations(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected ListOrganisations() {
        this(null);
    }

    /** By name. */
    @Requires(Permission.OPERATE)
    public List<OrganisationRow> all() {
        List<?> rows = em.createNativeQuery("""
                        select organisation_id, organisation_name, created_at, people, closed_at, keep_until, exported_at,
                            export_sha256
                        from organisation_list()
                        """).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new OrganisationRow(
                        (UUID) row[0],
                        (String) row[1],
                        instant(row[2]).orElseThrow(),
                        ((Number) row[3]).longValue(),
                        instant(row[4]).orElse(null),
                        instant(row[5]).orElse(null),
                        instant(row[6]).orElse(null),
                        row[7] == null ? null : Sha256.of((byte[]) row[7])))
                .toList();
    }

    @Requires(Permission.OPERATE)
    public Optional<OrganisationRow> named(String name) {
        return all().stream()
                .filter(organisation -> organisation.name().equals(name.strip()))
                .findFirst();
    }

    /** In the order of their deletion. */
    @Requires(Permission.OPERATE)
    public List<Tombstone> deleted() {
        List<?> rows = em.createNativeQuery("""
                        select organisation_id, name_sha256, closed_at, keep_until, export_sha256, ledger_size, ledger_root,
                            deleted_at
                        from organisation_tombstones()
                        """).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Tombstone(
                        (UUID) row[0],
                        Sha256.of((byte[]) row[1]),
                        instant(row[2]).orElseThrow(),
                        instant(row[3]).orElseThrow(),
                        Sha256.of((byte[]) row[4]),
                        ((Number) row[5]).longValue(),
                        Sha256.of((byte[]) row[6]),
                        instant(row[7]).orElseThrow()))
                .toList();
    }

    private static Optional<Instant> instant(@Nullable Object value) {
        return Optional.ofNullable((Timestamp) value).map(Timestamp::toInstant);
    }
}
