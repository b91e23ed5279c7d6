package org.fixtrail.services.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.services.access.SessionRows.Row;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of browsers, on record in the database, so that ending one works on every node. Belong to accounts, so they
 * name no right: ask only for whoever signed in.
 */
@ApplicationScoped
public class Sessions {
    /** Without use, a session ends after this long. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** However much it is used, a session ends after this long. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionRows rows;
    private final Devices devices;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    Sessions(SessionRows rows, Devices devices, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.devices = devices;
        this.accounts = accounts;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected Sessions() {
        this(null, null, null, null);
    }

    /**
     * A session that was opened.
     *
     * @param device to be left in the browser: the session works with it only, and the browser is known by it the next time
     */
    public record Opened(UUID id, String device) {
        /** Without the secret, so that none reaches a log. */
        @Override
        public String toString() {
            return "Opened[" + id + "]";
        }
    }

    /** @param providerSession the identity provider's name for the session behind it, or null */
    public Opened open(UUID accountId, UUID organisationId, Visitor visitor, @Nullable String providerSession) {
        Instant now = Instant.now(clock);
        UUID id = UUID.randomUUID();
        RandomToken device = devices.known(visitor, accountId).orElseGet(RandomToken::next);
        devices.remember(device, accountId, now);
        rows.open(id, accountId, organisationId, now, visitor, device, providerSession);
        return new Opened(id, device.text());
    }

    /** The organisation is another from now on; false if the account has no access there. */
    public boolean move(UUID id, UUID accountId, UUID organisationId) {
        boolean may = accounts.memberships(accountId).stream()
                .anyMatch(membership -> membership.organisationId().equals(organisationId));
        if (may) {
            rows.move(id, accountId, organisationId, Instant.now(clock));
        }
        return may;
    }

    public void end(UUID id, UUID accountId) {
        rows.end(id, accountId, Instant.now(clock));
    }

    /** On all devices; none of them is known afterwards. */
    public void endAll(UUID accountId) {
        rows.endAll(accountId, Instant.now(clock));
    }

    /** In the caller's organisation only. */
    void endHere(UUID accountId) {
        rows.endHere(accountId, Instant.now(clock));
    }

    /** Answers how many ended. */
    public long endOfProvider(String providerSession) {
        return rows.endOfProvider(providerSession, Instant.now(clock));
    }

    /** Those that work, the last used one first. */
    public List<SessionView> of(UUID accountId) {
        Instant now = Instant.now(clock);
        return rows.list(accountId, now.minus(IDLE), now.minus(LONGEST));
    }

    /** Forgets what is long over, with all else that precedes an organisation. */
    public void tidy() {
        rows.tidy(Instant.now(clock));
    }

    /** What the session stands for; empty if it is over. Also notes that it was used. */
    Optional<Row> use(UUID id, @Nullable String device) {
        Instant now = Instant.now(clock);
        Optional<Row> row = RandomToken.parse(device)
                .flatMap(token -> rows.find(id, token))
                .filter(found -> found.seenAt().plus(IDLE).isAfter(now)
                        && found.startedAt().plus(LONGEST).isAfter(now));
        if (row.isPresent() && row.get().seenAt().plus(USE_NOTED_EVERY).isBefore(now)) {
            rows.seen(id, now);
        }
        return row;
    }
}
