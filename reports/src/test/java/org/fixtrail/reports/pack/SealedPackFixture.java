package org.fixtrail.reports.pack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.fixtrail.reports.seal.SealKeys;
import org.fixtrail.services.pack.PackContent;

/** Seals packs with a key of a test's own. */
public final class SealedPackFixture {
    /** Before any pack of {@link PackFixture} is issued. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    private SealedPackFixture() {}

    public static SealKeys keysIn(Path directory) {
        return new SealKeys(directory, "correct horse", "Test installation", CLOCK);
    }

    public static byte[] sealed(SealKeys keys, PackContent content) {
        return new PackFactory(keys).render(content, (step, percent) -> {}).pdf();
    }
}
