package org.fixtrail.reports.page;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fixtrail.services.accessreview.ReviewAccess;
import org.fixtrail.services.pack.PackAccess;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackRight;

/** Who holds which rights by whose word, and the reviews of that. */
final class RightsSection {
    private static final int REVIEWS_PRINTED = 8;

    private RightsSection() {}

    static Section of(PackContent content, Wording wording) {
        PackAccess access = content.access();
        return new Section(
                "rights",
                "Rights",
                "8  Rights held, and their reviews",
                Map.of("reviews", reviews(access.reviews(), wording)),
                () -> access.rights().stream().map(right -> line(right, wording)));
    }

    /** A right as the template prints it. */
    record Line(String holder, String role, String since, String givenBy, String lastUsed, String marks) {}

    private static Line line(PackRight right, Wording wording) {
        String role = Stream.of(
                        right.role(),
                        right.standsFor() == null ? "" : "for " + right.standsFor(),
                        right.system() == null ? "" : right.system(),
                        right.until() == null ? "" : "until " + wording.times().day(right.until()))
                .filter(part -> !part.isEmpty())
                .collect(joining("\n"));
        String givenBy = right.confirmedBy() == null
                ? right.givenBy()
                : right.givenBy() + "\nconfirmed by " + right.confirmedBy();
        return new Line(
                wording.clean(right.holder() + "\n" + right.address()),
                wording.clean(role),
                wording.times().day(right.since()),
                wording.clean(givenBy),
                right.lastUsed() == null ? "never" : wording.times().day(right.lastUsed()),
                right.marks().isEmpty() ? DurationText.NONE : String.join("; ", right.marks()));
    }

    private static String reviews(List<ReviewAccess.SignedOff> reviews, Wording wording) {
        if (reviews.isEmpty()) {
            return "Nobody has signed off a review of access.";
        }
        return reviews.stream()
                .limit(REVIEWS_PRINTED)
                .map(review ->
                        wording.clean("Reviewed on " + wording.times().day(review.at()) + " by " + review.by() + ": "
                                + review.rights() + " rights, " + review.marked() + " marked; the next is due on "
                                + wording.times().day(review.nextDueAt())
                                + (review.note().isEmpty() ? "." : ". " + review.note())))
                .collect(joining("\n"));
    }
}
