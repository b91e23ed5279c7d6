package org.fixtrail.services.pack;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.services.accessreview.HeldRight;
import org.fixtrail.services.accessreview.RightMark;
import org.jspecify.annotations.Nullable;

/**
 * A right that was held when the pack was issued; see {@link HeldRight}.
 *
 * @param marks what a reviewer should look at, in words
 */
public record PackRight(
        String kind,
        UUID holderId,
        String holder,
        String address,
        String role,
        @Nullable String standsFor,
        @Nullable String system,
        Instant since,
        @Nullable Instant until,
        String givenBy,
        @Nullable String confirmedBy,
        String reason,
        @Nullable Instant lastUsed,
        List<String> marks) {

    public PackRight {
        marks = List.copyOf(marks);
    }

    static PackRight of(HeldRight right) {
        return new PackRight(
                right.kind().label(),
                right.holderId(),
                right.holder(),
                right.address(),
                right.what(),
                right.standsFor(),
                right.system(),
                right.since(),
                right.until(),
                right.givenBy(),
                right.confirmedBy(),
                right.reason(),
                right.lastUsed(),
                right.marks().stream().sorted().map(RightMark::label).toList());
    }
}
