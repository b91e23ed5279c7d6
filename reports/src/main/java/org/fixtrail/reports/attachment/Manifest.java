package org.fixtrail.reports.attachment;

import java.time.Instant;
import java.util.List;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackLedger;
import org.fixtrail.services.pack.PackOrganisation;
import org.fixtrail.services.pack.PackScope;

/**
 * What {@code manifest.json} says: which files the pack holds and what they hash to, and what they stand on.
 *
 * @param format version of this layout
 * @param sealCertificateSha256 fingerprint of the certificate that seals the pack
 */
record Manifest(
        int format,
        String packId,
        PackOrganisation organisation,
        Instant issuedAt,
        Instant asOf,
        PackScope.KnownAt knownAt,
        PackLedger ledger,
        String sealCertificateSha256,
        List<String> notes,
        List<Entry> files) {

    static final String NAME = "manifest.json";

    private static final List<String> NOTES = List.of(
            "Times are ISO 8601 in UTC; durations are seconds; an empty CSV cell or null means that there is no such"
                    + " value; a quantile without a value was not reached, unless the population is 0: then there is"
                    + " no data.",
            "CSV cells with text that begins with = + - @ (or a full-width form of these), a tab or a line break carry"
                    + " a single quote in front, so that no spreadsheet runs them; pack.json has them unchanged.");

    /** One file; size in bytes. */
    record Entry(String name, String mediaType, long size, String sha256) {}

    static Manifest of(PackContent content, String sealCertificateSha256, List<Attachment> files) {
        return new Manifest(
                1,
                content.packId(),
                content.organisation(),
                content.issue().issuedAt(),
                content.scope().asOf(),
                content.scope().knownAt(),
                content.ledger(),
                sealCertificateSha256,
                NOTES,
                files.stream()
                        .map(file -> new Entry(file.name(), file.mediaType(), file.bytes().length, file.sha256()))
                        .toList());
    }
}
