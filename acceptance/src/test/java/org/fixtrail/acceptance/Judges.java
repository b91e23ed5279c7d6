package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What programs of others say of an evidence pack. */
final class Judges {
    private static final Path PDFSIG = Path.of("/usr/bin/pdfsig");

    private Judges() {}

    /** What pdfsig prints about the signature; a test is skipped on a machine without it. */
    static String pdfsig(byte[] pdf) throws IOException, InterruptedException {
        assumeThat(PDFSIG).as("pdfsig of poppler-utils").exists();
        Path file = Files.write(Files.createTempFile("pack-", ".pdf"), pdf);
        Process pdfsig = new ProcessBuilder(PDFSIG.toString(), "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(pdfsig.waitFor(30, TimeUnit.SECONDS)).isTrue();
        Files.delete(file);
        return said;
    }

    /** Clause and message of each breach of PDF/A-3b that veraPDF finds. */
    static List<String> veraPdf(byte[] pdf) throws IOException, VeraPDFException {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        try (PDFAParser parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_3_B, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> breaches = result.getTestAssertions().stream()
                    .map(breach -> breach.getRuleId().getClause() + ": " + breach.getMessage())
                    .distinct()
                    .toList();
            return result.isCompliant() || !breaches.isEmpty() ? breaches : List.of("not compliant");
        }
    }
}
