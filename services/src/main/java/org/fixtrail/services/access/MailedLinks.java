package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that were mailed and work once; only their hashes are kept. */
@ApplicationScoped
@Transactional
class MailedLinks {
    private final EntityManager em;
    private final Clock clock;

    @Inject
    MailedLinks(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected MailedLinks() {
        this(null, null);
    }

    /** What a link is for, and how long it works. */
    enum Purpose {
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofHours(1));

        private final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }

        Duration lasts() {
            return lasts;
        }
    }

    /**
     * @param hasPassword whether the account's owner has chosen one and proved the mailbox before
     * @param organisationId where it invites to, or null
     */
    record Link(
            UUID accountId,
            String email,
            boolean hasPassword,
            Purpose purpose,
            @Nullable UUID organisationId,
            @Nullable String organisationName) {}

    /** A new one; an earlier one for the same works no more. */
    RandomToken make(UUID accountId, Purpose purpose, @Nullable UUID organisationId) {
        RandomToken token = RandomToken.next();
        em.createNativeQuery("select 1 from link_make(?1, ?2, ?3, cast(?4 as uuid), ?5)")
                .setParameter(1, token.hash().bytes())
                .setParameter(2, accountId)
                .setParameter(3, purpose.name())
                .setParameter(4, organisationId == null ? null : organisationId.toString())
                .setParameter(5, Timestamp.from(Instant.now(clock).plus(purpose.lasts())))
                .getSingleResult();
        return token;
    }

    /** Empty if it does not work, or not any more. */
    Optional<Link> read(@Nullable String text, Purpose purpose) {
        return RandomToken.parse(text).flatMap(this::find).filter(link -> link.purpose() == purpose);
    }

    private Optional<Link> find(RandomToken token) {
        List<?> rows = em.createNativeQuery("""
                        select account_id, address, has_password, purpose, organisation_id, organisation_name
                        from link_read(?1, ?2)
                        """)
                .setParameter(1, token.hash().bytes())
                .setParameter(2, Timestamp.from(Instant.now(clock)))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Link(
                        (UUID) row[0],
                        (String) row[1],
                        (Boolean) row[2],
                        Purpose.valueOf((String) row[3]),
                        (UUID) row[4],
                        (String) row[5]));
    }

    /** False if somebody else was faster. */
    boolean take(String text) {
        return RandomToken.parse(text)
                .map(token -> (Boolean) em.createNativeQuery("select link_take(?1, ?2)")
                        .setParameter(1, token.hash().bytes())
                        .setParameter(2, Timestamp.from(Instant.now(clock)))
                        .getSingleResult())
                .orElse(false);
    }
}
