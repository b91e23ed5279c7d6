package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.ledger.Actor;

/**
 * How much each caller may ask of this node: a key by itself, a person over all tokens and sessions, and whoever is not known
 * by address, most strictly, since signing in costs the server more than the visitor. Own code and no library: the buckets
 * are a few lines, and what a library brings beside them (stores shared between nodes) is not used.
 */
@ApplicationScoped
class RateLimits {
    /** Some megabytes at most for each kind of caller. */
    private static final int REMEMBERED = 20_000;

    private final RateLimiter keys;
    private final RateLimiter people;
    private final RateLimiter anonymous;
    private final Visitors visitors;

    @Inject
    RateLimits(
            @ConfigProperty(name = "fixtrail.rate.key", defaultValue = "6000") int ofKey,
            @ConfigProperty(name = "fixtrail.rate.person", defaultValue = "1200") int ofPerson,
            @ConfigProperty(name = "fixtrail.rate.anonymous", defaultValue = "120") int ofAddress,
            Visitors visitors) {
        this.keys = new RateLimiter("key", notNegative("fixtrail.rate.key", ofKey), REMEMBERED);
        this.people = new RateLimiter("person", notNegative("fixtrail.rate.person", ofPerson), REMEMBERED);
        this.anonymous = new RateLimiter("anonymous", notNegative("fixtrail.rate.anonymous", ofAddress), REMEMBERED);
        this.visitors = visitors;
    }

    @SuppressWarnings("NullAway")
    protected RateLimits() {
        this(0, 0, 0, null);
    }

    private static int notNegative(String setting, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(setting + " must be 0 or more, not " + value);
        }
        return value;
    }

    /** What becomes of a request for which there is an entry already: that, or a refusal because there were too many. */
    Entry admit(Entry entry, HttpServletRequest request, HttpServletResponse response) {
        String path = Paths.of(request);
        Optional<RateLimiter.Answer> answer = take(entry, request, path);
        if (answer.isPresent() && (Paths.isApi(path) || !answer.get().admitted())) {
            response.setHeader("RateLimit-Policy", answer.get().policyHeader());
            response.setHeader("RateLimit", answer.get().limitHeader());
        }
        return answer.filter(limit -> !limit.admitted())
                .<Entry>map(Entry.TooMany::new)
                .orElse(entry);
    }

    private Optional<RateLimiter.Answer> take(Entry entry, HttpServletRequest request, String path) {
        if (entry instanceof Entry.As as) {
            Actor actor = as.caller().actor();
            return take(actor.isPerson() ? people : keys, actor.toString());
        }
        // whatever is refused counts, too, but not what is our fault
        boolean counts = entry instanceof Entry.Open
                ? Paths.isForVisitors(path)
                : !(entry instanceof Entry.Closed || entry instanceof Entry.Failed);
        return counts ? take(anonymous, visitors.of(request).network()) : Optional.empty();
    }

    private static Optional<RateLimiter.Answer> take(RateLimiter limiter, String whose) {
        return limiter.isOff() ? Optional.empty() : Optional.of(limiter.take(whose, System.nanoTime()));
    }
}
