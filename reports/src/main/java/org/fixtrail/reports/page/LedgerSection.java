package org.fixtrail.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtrail.reports.attachment.Attachment;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackLedger;

/** The ledger's head, the seal, the attached files, and what a reader does with them. */
final class LedgerSection {
    private LedgerSection() {}

    static Section of(PackContent content, PackPages.Enclosed enclosed, Wording wording) {
        List<SheetRow> rows = new ArrayList<>();
        head(content.ledger(), wording, rows);
        seal(content, enclosed, wording, rows);
        files(enclosed, rows);
        howToCheck(rows);
        return new Section("ledger", "Sheet", "9  Ledger, seal and how to check this pack", Map.of(), rows::stream);
    }

    private static void head(PackLedger ledger, Wording wording, List<SheetRow> rows) {
        rows.add(SheetRow.heading("Ledger head"));
        rows.add(SheetRow.pair("Entries", Wording.number(ledger.size())));
        rows.add(SheetRow.code("Root hash", wording.clean(ledger.rootHash())));
        rows.add(SheetRow.pair(
                "Newest entry",
                ledger.lastRecordedAt() == null
                        ? DurationText.NONE
                        : wording.times().named(ledger.lastRecordedAt())));
        rows.add(SheetRow.pair(
                "Check when issued",
                (ledger.checkPassed() ? "passed: " : "FAILED: ") + wording.clean(ledger.checkResult())));
        rows.add(SheetRow.pair("Standing", wording.clean(ledger.statement())));
        rows.add(SheetRow.paragraph(
                "Every act is one entry of an append-only Merkle log (RFC 6962, SHA-256). The root hash"
                        + " stands for all entries up to this size: no entry can be changed, left out or put in between without"
                        + " changing it. The leaf number of each transition in section 5 says which entry covers it."));
    }

    private static void seal(PackContent content, PackPages.Enclosed enclosed, Wording wording, List<SheetRow> rows) {
        rows.add(SheetRow.heading("Seal"));
        rows.add(SheetRow.code("Certificate SHA-256", enclosed.sealCertificateSha256()));
        rows.add(SheetRow.pair(
                "Claimed time", wording.times().named(content.issue().issuedAt())));
        rows.add(SheetRow.paragraph("The whole file, attachments included, carries one PAdES signature that permits no"
                + " change. Its certificate is self-signed by the installation: compare the fingerprint above with the"
                + " one that the portal shows, or that you kept from an earlier pack. The time is the server's own; no"
                + " outsider vouches for it."));
    }

    private static void files(PackPages.Enclosed enclosed, List<SheetRow> rows) {
        rows.add(SheetRow.heading("Attached files"));
        for (Attachment file : enclosed.files()) {
            rows.add(SheetRow.pair(
                    file.name(),
                    "%s %s bytes, SHA-256\n%s"
                            .formatted(file.description(), Wording.number(file.bytes().length), file.sha256())));
        }
        rows.add(SheetRow.paragraph(
                "Times in these files are in UTC, durations are seconds. In the CSV files a text that"
                        + " begins with = + - @ (or a full-width form of these), a tab or a line break has a single quote in"
                        + " front, so that no spreadsheet runs it as a formula; pack.json has all text unchanged."));
    }

    private static void howToCheck(List<SheetRow> rows) {
        rows.add(SheetRow.heading("How to check this pack without this server"));
        rows.add(SheetRow.pair(
                "1  Seal",
                "Download the certificate from the portal and make it known to a tool of your choice. With poppler:"
                        + " \u201Cpdfsig -nssdir DIR pack.pdf\u201D must say \u201CSignature is Valid\u201D and \u201CTotal"
                        + " document signed\u201D. PDF readers that check signatures do the same."));
        rows.add(SheetRow.pair("2  Archive form", "A PDF/A validator such as veraPDF accepts the file as PDF/A-3b."));
        rows.add(SheetRow.pair(
                "3  Attachments",
                "\u201Cpdfdetach -saveall pack.pdf\u201D takes the files out; \u201Csha256sum\u201D of each must equal its line"
                        + " in manifest.json, and the files must say what these pages say."));
        rows.add(SheetRow.pair(
                "4  Ledger",
                "Ask the operator for the ledger's head at this size, or at a later one with a consistency proof: the root"
                        + " hash must be the one above. Two packs with one size and two root hashes prove that history was"
                        + " rewritten."));
    }
}
