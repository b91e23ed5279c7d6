package org.fixtrail.services.pack;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pack covers.
 *
 * @param systems the AI systems in scope, in the order in which they are printed
 * @param from failures detected at or after this moment; null = from the first one
 * @param to failures detected before this moment; null = up to {@code asOf}
 * @param asOf what had occurred by this moment counts
 * @param knownAt what the ledger had recorded at this point counts
 * @param zone in which the pages show times; the attached files are in UTC
 */
public record PackScope(
        List<AiSystem> systems,
        @Nullable Instant from,
        @Nullable Instant to,
        Instant asOf,
        KnownAt knownAt,
        ZoneId zone) {

    public PackScope {
        systems = List.copyOf(systems);
    }

    /** An AI system in scope and the names of its versions, oldest first. */
    public record AiSystem(String id, String name, List<String> versions) {
        public AiSystem {
            versions = List.copyOf(versions);
        }
    }

    /** A point of the ledger: how many entries it had, and the time that stands for it. */
    public record KnownAt(long ledgerSize, Instant time) {}
}
