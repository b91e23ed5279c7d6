package org.fixtrail.services.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Refusal;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;

/** Records the refusals of past minutes and drops their notes, in one transaction. */
@ApplicationScoped
@Transactional
public class RecordRefusals {
    private static final int MOST = 10_000;
    private static final String TAKE_NOTES = """
            with taken as (
                delete from refusal_note where (organisation_id, id) in (
                    select organisation_id, id from refusal_note
                    where organisation_id = current_organisation() and noted_at < ?1
                    order by noted_at limit ?2)
                returning noted_at, actor, use_case, rule)
            select cast(floor(extract(epoch from noted_at) / 60) as bigint), actor, use_case, rule, count(*)
            from taken group by 1, 2, 3, 4 order by 1, 2, 3, 4
            """;

    private final EntityManager em;
    private final Ledger ledger;

    @Inject
    public RecordRefusals(EntityManager em, Ledger ledger) {
        this.em = em;
        this.ledger = ledger;
    }

    @SuppressWarnings("NullAway")
    protected RecordRefusals() {
        this(null, null);
    }

    /**
     * @param before the begin of the current minute: its notes are not complete yet
     * @return how many acts it took
     */
    @Requires(Permission.OPERATE)
    public int record(Instant before) {
        List<?> groups = em.createNativeQuery(TAKE_NOTES)
                .setParameter(1, Timestamp.from(before))
                .setParameter(2, MOST)
                .getResultList();
        groups.forEach(group -> ledger.append(refusal((Object[]) group)));
        return groups.size();
    }

    private static Refusal refusal(Object[] group) {
        return new Refusal(
                UUID.randomUUID(),
                Instant.ofEpochSecond(((Number) group[0]).longValue() * 60),
                (String) group[1],
                (String) group[2],
                (String) group[3],
                ((Number) group[4]).longValue());
    }
}
