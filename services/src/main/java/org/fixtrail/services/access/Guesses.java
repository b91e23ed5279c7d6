package org.fixtrail.services.access;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.ledger.Sha256;

/**
 * Slows down whoever guesses secrets. A guess is counted, in a transaction of its own, before it is checked, so that many at
 * once count as many. Browsers from which somebody signed in before are counted apart from all others (OWASP, "Slow down
 * online guessing attacks with device cookies"), so that a stranger who guesses at an account locks out strangers only.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Guesses {
    private static final int FREE = 4;
    /** Many may share an address. */
    private static final int FREE_OF_ADDRESS = 30;

    private final EntityManager em;
    private final Clock clock;

    @Inject
    Guesses(EntityManager em, Clock clock) {
        this.em = em;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Guesses() {
        this(null, null);
    }

    /** What a guess is counted under, and how many misses under it cost nothing. */
    record Count(String key, int free) {
        /** Whether there is an account of the address or not. */
        static Count ofAccount(String email) {
            return new Count("account:" + Sha256.over(email.getBytes(StandardCharsets.UTF_8)), FREE);
        }

        /** Of mails that somebody has sent to an address. */
        static Count ofReset(String email) {
            return new Count("reset:" + Sha256.over(email.getBytes(StandardCharsets.UTF_8)), FREE);
        }

        static Count ofDevice(RandomToken device) {
            return new Count("device:" + device.hash(), FREE);
        }

        static Count ofAddress(Visitor visitor) {
            return new Count("address:" + visitor.network(), FREE_OF_ADDRESS);
        }

        /** Of a purpose other than signing in by password. */
        static Count of(String purpose, UUID account) {
            return new Count(purpose + ":" + account, FREE);
        }
    }

    /** Counts one; answers until when nothing is tried if it is too many, and then counts nothing. */
    Optional<Instant> begin(List<Count> counts) {
        Timestamp until = (Timestamp) em.createNativeQuery(
                        "select guess_begin(string_to_array(?1, ','), cast(string_to_array(?2, ',') as int[]), ?3)")
                .setParameter(1, keys(counts))
                .setParameter(
                        2,
                        counts.stream()
                                .map(count -> Integer.toString(count.free()))
                                .collect(joining(",")))
                .setParameter(3, Timestamp.from(Instant.now(clock)))
                .getSingleResult();
        return Optional.ofNullable(until).map(Timestamp::toInstant);
    }

    /** It was no guess. */
    void right(List<Count> counts) {
        em.createNativeQuery("select 1 from guess_right(string_to_array(?1, ','))")
                .setParameter(1, keys(counts))
                .getSingleResult();
    }

    private static String keys(List<Count> counts) {
        return counts.stream().map(Count::key).collect(joining(","));
    }
}
