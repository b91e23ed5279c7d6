package org.fixtrail.reports.pack;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.services.accessreview.ReviewAccess;
import org.fixtrail.services.pack.PackAccess;
import org.fixtrail.services.pack.PackRight;
import org.jspecify.annotations.Nullable;

/** Rights of a few people and a key. */
final class AccessFixture {
    private static final Instant SINCE = Instant.parse("2026-02-03T09:00:00Z");

    private AccessFixture() {}

    static PackAccess access() {
        return new PackAccess(
                List.of(
                        right("Person", "Rita Reviewer", "Reviewer", null, SINCE.plusSeconds(86_400), List.of()),
                        right("Substitute", "Sven Second", "Reviewer", "Rita Reviewer", null, List.of()),
                        right(
                                "Person",
                                "Olga Officer",
                                "Compliance officer",
                                null,
                                null,
                                List.of("not used for 90 days")),
                        right("Key", "=1+1 gateway", "Machine", null, null, List.of())),
                List.of(new ReviewAccess.SignedOff(
                        Instant.parse("2026-05-04T10:00:00Z"),
                        "Olga Officer",
                        4,
                        1,
                        "The unused role stays for the summer.",
                        Instant.parse("2026-08-02T10:00:00Z"))));
    }

    private static PackRight right(
            String kind,
            String holder,
            String role,
            @Nullable String standsFor,
            @Nullable Instant lastUsed,
            List<String> marks) {
        return new PackRight(
                kind,
                new UUID(1, holder.hashCode()),
                holder,
                holder.replaceAll("[^A-Za-z]", "") + "@example.org",
                role,
                standsFor,
                null,
                SINCE,
                standsFor == null ? null : SINCE.plusSeconds(864_000),
                "Anna Admin",
                "Ada Admin",
                "",
                lastUsed,
                marks);
    }
}
