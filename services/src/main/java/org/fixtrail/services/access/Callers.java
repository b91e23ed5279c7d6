package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.ledger.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Makes callers of what a request brings. Each request asks the database once for versions, so that a right that was taken
 * away is gone at once; rights are worked out only where a version is new. Precedes the caller, so it names no right.
 */
@ApplicationScoped
public class Callers {
    private static final int REMEMBERED = 10_000;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final CallerRows rows;
    private final Clock clock;
    private final RightsCache cache = new RightsCache(REMEMBERED);

    @Inject
    Callers(Sessions sessions, CallerRows rows, Clock clock) {
        this.sessions = sessions;
        this.rows = rows;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Callers() {
        this(null, null, null);
    }

    /**
     * Who stands behind a session; empty if it is over or the person has no access to its organisation any more.
     *
     * @param device what the browser keeps; a session id alone is worth nothing
     */
    public Optional<Standing> ofSession(UUID sessionId, @Nullable String device) {
        return sessions.use(sessionId, device)
                .flatMap(row -> person(row.organisationId(), row.personId(), row.personVersion())
                        .map(caller ->
                                new Standing(caller, row.accountId(), row.mustChangePassword(), row.secondFactor())));
    }

    /** A person without a session, for whoever acts on the operator's behalf; empty if the access is ended. */
    public Optional<Caller> ofPerson(UUID organisationId, UUID personId) {
        return CallerContext.as(looking(organisationId), () -> rows.person(personId))
                .map(RightsCache.Kept::caller);
    }

    /** Who calls by a key. */
    public KeyResult ofSecret(String text) {
        return KeySecret.parse(text)
                .map(KeySecret::hash)
                .flatMap(rows::keyStanding)
                .map(this::ofKey)
                .orElseGet(() -> new KeyResult.Rejected("The key is not known."));
    }

    private KeyResult ofKey(CallerRows.KeyStanding standing) {
        Instant now = Instant.now(clock);
        Optional<Caller> cached = cache.find(standing.keyId(), standing.personVersion(), standing.keyVersion(), now);
        KeyResult result = cached.<KeyResult>map(KeyResult.Known::new).orElseGet(() -> workOut(standing));
        boolean note = standing.lastUsed()
                .map(used -> used.plus(USE_NOTED_EVERY).isBefore(now))
                .orElse(true);
        if (result instanceof KeyResult.Known && note) {
            CallerContext.run(looking(standing.organisationId()), () -> rows.noteUse(standing.keyId(), now));
        }
        return result;
    }

    private KeyResult workOut(CallerRows.KeyStanding standing) {
        CallerRows.KeyAnswer answer =
                CallerContext.as(looking(standing.organisationId()), () -> rows.key(standing.keyId()));
        if (answer instanceof CallerRows.KeyAnswer.Alive alive) {
            cache.keep(standing.keyId(), alive.kept());
            return new KeyResult.Known(alive.kept().caller());
        }
        return new KeyResult.Rejected(((CallerRows.KeyAnswer.Dead) answer).reason());
    }

    private Optional<Caller> person(UUID organisationId, UUID personId, long version) {
        Optional<Caller> cached = cache.find(personId, version, 0, Instant.now(clock));
        if (cached.isPresent()) {
            return cached;
        }
        Optional<RightsCache.Kept> made = CallerContext.as(looking(organisationId), () -> rows.person(personId));
        made.ifPresent(kept -> cache.keep(personId, kept));
        return made.map(RightsCache.Kept::caller);
    }

    /** Sees one organisation and may do nothing in it. */
    private static Caller looking(UUID organisationId) {
        return new Caller(organisationId, Actor.SERVER, "Fixtrail", null, Set.of(), null);
    }
}
