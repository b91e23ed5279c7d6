package org.fixtrail.reports.attachment;

import java.util.ArrayList;
import java.util.List;
import org.fixtrail.services.pack.PackContent;

/** Writes the pack's content as the files that go into it. */
public final class Attachments {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    private Attachments() {}

    /** All files, the manifest last: it lists the others. */
    public static List<Attachment> of(PackContent content, String sealCertificateSha256) {
        List<Attachment> files = new ArrayList<>(List.of(
                new Attachment("failures.csv", CSV, "The failure register.", CsvFiles.failures(content.failures())),
                new Attachment(
                        "transitions.csv",
                        CSV,
                        "Every transition of every failure, with its ledger leaf.",
                        CsvFiles.transitions(content.failures())),
                new Attachment(
                        "lag.csv",
                        CSV,
                        "The lag figures with their limits.",
                        CsvFiles.lag(content.lag().rows())),
                new Attachment(
                        "incidence.csv",
                        CSV,
                        "Which share of the lags ended in which way.",
                        CsvFiles.incidence(content.lag().rows())),
                new Attachment("clocks.csv", CSV, "The missed clocks.", CsvFiles.clocks(content.missedClocks())),
                new Attachment(
                        "rights.csv",
                        CSV,
                        "Who held which rights when the pack was issued.",
                        CsvFiles.rights(content.access().rights())),
                new Attachment("pack.json", JSON, "The whole content of the pack.", PackJson.bytes(content))));
        files.add(new Attachment(
                Manifest.NAME,
                JSON,
                "Size and SHA-256 of every other attachment.",
                PackJson.bytes(Manifest.of(content, sealCertificateSha256, files))));
        return List.copyOf(files);
    }
}
