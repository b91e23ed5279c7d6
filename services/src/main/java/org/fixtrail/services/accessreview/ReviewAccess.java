package org.fixtrail.services.accessreview;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.domain.access.AccessReview;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Person;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.ledger.Ledger;

/** The list of rights, and its periodic review (ISO/IEC 42001, 5.3 and A.3.2). */
@ApplicationScoped
@Transactional
public class ReviewAccess {
    private static final int LONGEST_NOTE = 4_000;
    private static final int REVIEWS_SHOWN = 50;

    private final EntityManager em;
    private final AccessRows rows;
    private final Ledger ledger;
    private final Clock clock;
    private final int everyDays;

    /** @param everyDays how many days after a review the next one is due */
    @Inject
    ReviewAccess(
            EntityManager em,
            AccessRows rows,
            Ledger ledger,
            Clock clock,
            @ConfigProperty(name = "fixtrail.access-review.days", defaultValue = "90") int everyDays) {
        this.em = em;
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
        this.everyDays = everyDays;
    }

    @SuppressWarnings("NullAway")
    protected ReviewAccess() {
        this(null, null, null, null, 90);
    }

    /** A review that was signed off. */
    public record SignedOff(Instant at, String by, int rights, int marked, String note, Instant nextDueAt) {}

    /**
     * Where the reviews stand.
     *
     * @param dueAt when the next one is due; empty if there was none yet, so that it is due now
     * @param overdue whether that has gone by
     * @param latest the last ones, the latest first
     */
    public record Reviews(Optional<Instant> dueAt, boolean overdue, List<SignedOff> latest) {}

    /** Who and what holds which rights now. */
    @Requires({Permission.VIEW_ACCESS, Permission.ISSUE_PACK})
    public AccessList list() {
        Instant now = Instant.now(clock);
        return new HeldRights(rows.read(now), now).list();
    }

    @Requires({Permission.VIEW_ACCESS, Permission.ISSUE_PACK})
    public Reviews reviews() {
        List<AccessReview> latest = em.createQuery(
                        "select r from AccessReview r order by r.leaf desc", AccessReview.class)
                .setMaxResults(REVIEWS_SHOWN)
                .getResultList();
        Optional<Instant> due = latest.stream().findFirst().map(AccessReview::nextDueAt);
        boolean overdue = due.map(at -> at.isBefore(Instant.now(clock))).orElse(true);
        return new Reviews(due, overdue, signedOff(latest));
    }

    /**
     * Signs off what was seen.
     *
     * @param seen digest of the list that was looked at; another one by now is refused
     * @param note what was found and what is done about it; needed where lines are marked
     */
    @Requires(Permission.REVIEW_ACCESS)
    public Outcome<UUID> signOff(Sha256 seen, String note) {
        AccessList list = list();
        if (!list.digest().equals(seen)) {
            return Outcome.refused(
                    "list-changed",
                    "Rights have changed since you opened the page: look at the list again, then sign it off.");
        }
        if (note.length() > LONGEST_NOTE) {
            return Outcome.invalid("note", "must have at most " + LONGEST_NOTE + " characters");
        }
        if (list.marked() > 0 && note.isBlank()) {
            return Outcome.invalid(
                    "note", "must say what is done about the lines that are marked, or why they may stay");
        }
        AccessReview review = new AccessReview(
                UUID.randomUUID(),
                seen,
                list.rights().size(),
                list.marked(),
                note.strip(),
                Instant.now(clock).plus(Duration.ofDays(everyDays)));
        ledger.append(review);
        return Outcome.done(review.id());
    }

    private List<SignedOff> signedOff(List<AccessReview> reviews) {
        if (reviews.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> names = em.createQuery("select p from Person p where p.id in :ids", Person.class)
                .setParameter(
                        "ids",
                        reviews.stream().map(review -> review.actor().id()).toList())
                .getResultStream()
                .collect(toMap(Person::id, Person::displayName));
        return reviews.stream()
                .map(review -> new SignedOff(
                        review.recordedAt(),
                        names.getOrDefault(review.actor().id(), review.actor().toString()),
                        review.rights(),
                        review.marked(),
                        review.note(),
                        review.nextDueAt()))
                .toList();
    }
}
