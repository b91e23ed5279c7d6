package org.fixtrail.services.access;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The second factors as they are kept. */
@ApplicationScoped
@Transactional
class SecondFactors {
    private static final Logger LOG = Logger.getLogger(SecondFactors.class.getName());

    private final EntityManager em;
    private final SecretBox box;
    private final Clock clock;

    @Inject
    SecondFactors(EntityManager em, SecretBox box, Clock clock) {
        this.em = em;
        this.box = box;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected SecondFactors() {
        this(null, null, null);
    }

    /**
     * @param secret empty if it cannot be read, since the installation has another key than when it was kept: then recovery
     *     codes alone work
     * @param confirmed whether it counts: a code of it was given once
     * @param codesLeft recovery codes that were not used
     */
    record Factor(Optional<byte[]> secret, boolean confirmed, long codesLeft) {}

    Optional<Factor> find(UUID accountId) {
        List<?> rows = em.createNativeQuery("select secret, confirmed, codes_left from factor_read(?1)")
                .setParameter(1, accountId)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Factor(
                        opened((byte[]) row[0], accountId), (Boolean) row[1], ((Number) row[2]).longValue()));
    }

    private Optional<byte[]> opened(byte[] closed, UUID accountId) {
        try {
            return Optional.of(box.open(closed, accountId));
        } catch (IllegalStateException e) {
            LOG.log(
                    Level.SEVERE,
                    "the second factor of account {0} cannot be read: FIXTRAIL_SECRET_KEY is not the one"
                            + " that it was kept with",
                    accountId);
            return Optional.empty();
        }
    }

    /** False if there is one that counts already. */
    boolean begin(UUID accountId, byte[] secret) {
        return (Boolean) em.createNativeQuery("select factor_begin(?1, ?2)")
                .setParameter(1, accountId)
                .setParameter(2, box.close(secret, accountId))
                .getSingleResult();
    }

    /** Takes a code of six digits of one that counts, or a recovery code; each works once. */
    boolean takes(UUID accountId, String code) {
        Optional<Factor> factor = find(accountId).filter(Factor::confirmed);
        if (factor.isEmpty()) {
            return false;
        }
        return takesStep(accountId, factor.get(), code)
                || RecoveryCode.parse(code)
                        .filter(written -> takesRecovery(accountId, written))
                        .isPresent();
    }

    /** Takes a code of six digits, and with the first one makes the factor count. */
    boolean takesStep(UUID accountId, Factor factor, String code) {
        Instant now = Instant.now(clock);
        OptionalLong step = factor.secret()
                .map(secret -> OneTimeCode.step(secret, code.replace(" ", ""), now))
                .orElse(OptionalLong.empty());
        return step.isPresent()
                && (Boolean) em.createNativeQuery("select factor_take(?1, ?2, ?3)")
                        .setParameter(1, accountId)
                        .setParameter(2, step.getAsLong())
                        .setParameter(3, Timestamp.from(now))
                        .getSingleResult();
    }

    private boolean takesRecovery(UUID accountId, RecoveryCode code) {
        return (Boolean) em.createNativeQuery("select recovery_code_take(?1, ?2)")
                .setParameter(1, accountId)
                .setParameter(2, code.hash().bytes())
                .getSingleResult();
    }

    /** New ones in place of all before. */
    void setRecoveryCodes(UUID accountId, List<RecoveryCode> codes) {
        em.createNativeQuery("""
                        select 1 from recovery_codes_set(?1,
                            array(select decode(hash, 'hex') from unnest(string_to_array(?2, ',')) hash))
                        """)
                .setParameter(1, accountId)
                .setParameter(
                        2, codes.stream().map(code -> code.hash().toString()).collect(joining(",")))
                .getSingleResult();
    }

    void remove(UUID accountId) {
        em.createNativeQuery("select 1 from factor_remove(?1)")
                .setParameter(1, accountId)
                .getSingleResult();
    }
}
