package org.fixtrail.launcher.demo;

import static org.fixtrail.launcher.demo.DemoPerson.AUDITOR;
import static org.fixtrail.launcher.demo.DemoPerson.COMPLIANCE_OFFICER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fixtrail.launcher.LaunchException;

/**
 * The evidence pack of the story as it lies on disk.
 *
 * @param sha256 of the file, in hexadecimal
 * @param certificate of the seal, PEM
 */
record Pack(Path file, String sha256, Path certificate) {
    private static final String PACKS = "/api/v1/packs";

    /** Issued by the compliance officer, fetched by the auditor. */
    static Pack issue(Assistant assistant, Path folder, Consumer<String> print) {
        Api officer = assistant.people().as(COMPLIANCE_OFFICER);
        String job =
                officer.post(PACKS, Map.of("systems", List.of(assistant.id()))).text("job");
        String id = Poll.until("the evidence pack", () -> done(officer.get(PACKS + "/jobs/" + job)));
        Api auditor = assistant.people().as(AUDITOR);
        Answer issued = auditor.get(PACKS + "/" + id);
        byte[] content = auditor.file(PACKS + "/" + id + "/file");
        byte[] certificate = auditor.file(PACKS + "/certificate");
        String sha256 = sha256(content);
        if (!issued.text("sha256").equalsIgnoreCase(sha256)) {
            throw new LaunchException("the sample story stops: the evidence pack is not the file that was issued");
        }
        print.accept(String.format(
                Locale.ROOT,
                "evidence pack issued by the compliance officer: %d failures, %,d bytes, ledger of %d entries",
                issued.number("failures"),
                issued.number("size"),
                issued.number("ledgerSize")));
        return new Pack(
                write(folder.resolve("fixtrail-pack-" + id + ".pdf"), content),
                sha256,
                write(folder.resolve("seal.pem"), certificate));
    }

    private static Optional<String> done(Answer job) {
        if (job.text("state").equals("FAILED")) {
            throw new LaunchException(
                    "the sample story stops: the evidence pack could not be made: " + job.textOrEmpty("error"));
        }
        return job.text("state").equals("DONE") ? Optional.of(job.part("result").text("pack")) : Optional.empty();
    }

    private static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new LaunchException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
