package org.fixtrail.services.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.feed.FeedChange;
import org.fixtrail.domain.feed.FeedStep;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.RandomToken;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Each person gives the own calendar a secret address, another one, or takes it away. */
@ApplicationScoped
@Transactional
public class ManageFeed {
    private final FeedRows rows;
    private final Ledger ledger;
    private final Clock clock;
    private final URI base;

    @Inject
    ManageFeed(FeedRows rows, Ledger ledger, Clock clock, @ConfigProperty(name = "fixtrail.base-url") String baseUrl) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
        this.base = URI.create(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
    }

    @SuppressWarnings("NullAway")
    protected ManageFeed() {
        this(null, null, null, "http://localhost");
    }

    /**
     * An address that works.
     *
     * @param lastFetchedAt to a few minutes, or null if it never was
     */
    public record Feed(Instant createdAt, @Nullable Instant lastFetchedAt) {}

    /** The caller's; empty if there is none. */
    @Requires(Permission.CHOOSE_OWN_MAILS)
    public Optional<Feed> feed() {
        return rows.of(self());
    }

    /**
     * Gives the caller's calendar an address; an earlier one works no more.
     *
     * @return the address, which is shown this once and kept nowhere
     */
    @Requires(Permission.CHOOSE_OWN_MAILS)
    public Outcome<URI> create() {
        if (!CallerContext.get().may(Permission.VIEW_RECORD)) {
            return Outcome.refused(
                    "sees-no-clocks", "Your roles do not show you clocks, so there is nothing to put in it.");
        }
        UUID person = self();
        FeedStep step = rows.of(person).isPresent() ? FeedStep.RENEWED : FeedStep.CREATED;
        RandomToken secret = RandomToken.next();
        rows.store(person, secret.hash(), Moments.toMicros(Instant.now(clock)));
        ledger.append(new FeedChange(UUID.randomUUID(), person, step));
        return Outcome.done(base.resolve("calendar/" + secret.text() + ".ics"));
    }

    /** Nothing happens if there is none. */
    @Requires(Permission.CHOOSE_OWN_MAILS)
    public void revoke() {
        UUID person = self();
        if (rows.remove(person)) {
            ledger.append(new FeedChange(UUID.randomUUID(), person, FeedStep.REVOKED));
        }
    }

    private static UUID self() {
        @Nullable UUID person = CallerContext.get().person();
        if (person == null) {
            throw new NotPermitted(Permission.CHOOSE_OWN_MAILS);
        }
        return person;
    }
}
