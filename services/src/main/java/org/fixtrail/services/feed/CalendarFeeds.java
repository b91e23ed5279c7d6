package org.fixtrail.services.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.Callers;
import org.fixtrail.services.access.RandomToken;
import org.jspecify.annotations.Nullable;

/** Opens calendars by their secret addresses. Precedes the caller, so it names no right; what it reads does. */
@ApplicationScoped
public class CalendarFeeds {
    private static final Duration FETCH_NOTED_EVERY = Duration.ofMinutes(5);

    private final FeedRows rows;
    private final Callers callers;
    private final WriteFeed write;
    private final Clock clock;

    @Inject
    CalendarFeeds(FeedRows rows, Callers callers, WriteFeed write, Clock clock) {
        this.rows = rows;
        this.callers = callers;
        this.write = write;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected CalendarFeeds() {
        this(null, null, null, null);
    }

    /**
     * The calendar as its owner may see it now; empty for an address that is not known, was revoked, or whose owner may not
     * see clocks any more: whoever asks cannot tell which.
     */
    public Optional<byte[]> fetch(@Nullable String secret) {
        return RandomToken.parse(secret).map(RandomToken::hash).flatMap(this::fetch);
    }

    private Optional<byte[]> fetch(Sha256 hash) {
        return rows.owner(hash)
                .flatMap(owner -> callers.ofPerson(owner.organisationId(), owner.personId()))
                .filter(person -> person.may(Permission.VIEW_RECORD))
                .map(person -> person.narrowedTo(EnumSet.of(Permission.VIEW_RECORD)))
                .map(person -> CallerContext.as(person, () -> read(hash)));
    }

    private byte[] read(Sha256 hash) {
        byte[] calendar = write.write();
        Instant now = Instant.now(clock);
        rows.noteFetch(hash, now, now.minus(FETCH_NOTED_EVERY));
        return calendar;
    }
}
