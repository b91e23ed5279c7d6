package org.fixtrail.reports.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fixtrail.reports.pack.PackFixture;
import org.fixtrail.reports.pack.SealedPackFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second opinion on the seal, by code that shares nothing with ours. */
class PdfsigTest {
    @TempDir
    Path directory;

    @Test
    void poppler_accepts_the_seal_and_sees_that_it_covers_the_whole_file() throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "pdfsig is not installed (package poppler-utils)");
        byte[] pdf = SealedPackFixture.sealed(SealedPackFixture.keysIn(directory), PackFixture.aSmallPack());

        assertThat(pdfsig(pdf))
                .contains("Signature is Valid.", "Total document signed", "SHA-256", "Test installation evidence seal");
    }

    @Test
    void poppler_refuses_a_changed_pack() throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "pdfsig is not installed (package poppler-utils)");
        byte[] pdf = SealedPackFixture.sealed(SealedPackFixture.keysIn(directory), PackFixture.anEmptyPack());
        pdf[pdf.length / 4] ^= 1;

        assertThat(pdfsig(pdf)).doesNotContain("Signature is Valid.");
    }

    private String pdfsig(byte[] pdf) throws IOException, InterruptedException {
        Path file = directory.resolve("pack.pdf");
        Files.write(file, pdf);
        Process process = new ProcessBuilder(List.of("pdfsig", "-nocert", file.toString()))
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdfsig")));
    }
}
