package org.fixtrail.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.fixtrail.reports.seal.SealKeys;
import org.fixtrail.services.pack.PackContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests of this module run with 768 MB of heap. */
class BigPackTest {
    private static final int FAILURES = 600;
    private static final int CHAPTER = 200;
    private static final long HEAP_BYTES = 800L << 20;

    @TempDir
    Path directory;

    @Test
    void a_pack_of_six_hundred_failures_fits_into_the_heap() throws IOException {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(HEAP_BYTES);
        PackContent content = PackFixture.aPackOf(FAILURES);
        SealKeys keys = SealedPackFixture.keysIn(directory);
        long start = System.nanoTime();

        byte[] pdf = SealedPackFixture.sealed(keys, content);

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            System.out.printf(
                    "%d failures: %d pages, %d bytes, %d s, heap peak at most %d MB%n",
                    FAILURES, document.getNumberOfPages(), pdf.length, taken.toSeconds(), heapPeak() >> 20);
            assertThat(document.getNumberOfPages()).isGreaterThan(FAILURES / 3);
            assertThat(bookmarks(document.getDocumentCatalog().getDocumentOutline(), CHAPTER))
                    .isGreaterThan(FAILURES);
        }
    }

    /** Counts them, chain by chain. */
    private static int bookmarks(PDOutlineNode node, int longestChain) {
        int here = 0;
        int below = 0;
        for (PDOutlineItem item : node.children()) {
            here++;
            below += bookmarks(item, longestChain);
        }
        assertThat(here).isLessThanOrEqualTo(longestChain);
        return here + below;
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
