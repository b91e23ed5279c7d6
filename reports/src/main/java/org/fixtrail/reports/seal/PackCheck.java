package org.fixtrail.reports.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.client.http.MemoryDataLoader;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtrail.reports.archive.EmbeddedFiles;
import org.fixtrail.reports.attachment.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * Checks a sealed pack: the signature holds, nothing was changed or added since, and the attached files are those of
 * the manifest. Fetches nothing from anywhere.
 *
 * <p>Anyone can make a pack and seal it with a key of their own. Whose seal it is, only the fingerprint tells: give the
 * one that you trust, or compare {@link Result#certificateSha256}.
 */
public final class PackCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ValidationPolicy policy = SealPolicy.strict();

    /**
     * What the check found.
     *
     * @param findings what is wrong, in sentences; empty = the pack is intact
     * @param certificateSha256 fingerprint of the certificate that sealed the pack; null = no readable seal
     * @param sealedAt the time that the seal claims; null = no readable seal
     */
    public record Result(
            List<String> findings,
            @Nullable String certificateSha256,
            @Nullable Instant sealedAt) {

        public Result {
            findings = List.copyOf(findings);
        }

        public boolean passed() {
            return findings.isEmpty();
        }
    }

    /** Checks the pack against the certificate in it. */
    public Result check(byte[] pdf) {
        List<String> findings = new ArrayList<>();
        try {
            findings.addAll(SealCoverage.findings(pdf));
            findings.addAll(attachments(EmbeddedFiles.of(pdf)));
            return signature(pdf, findings);
        } catch (IOException | RuntimeException e) {
            // The libraries throw exceptions of many kinds at a damaged file; to the reader they all mean this.
            findings.add("The file is not a readable PDF: " + e.getMessage());
            return new Result(findings, null, null);
        }
    }

    /** Checks the pack and that this certificate sealed it; fingerprint as {@link SealKeys#sha256} gives it. */
    public Result check(byte[] pdf, String expectedCertificateSha256) {
        Result result = check(pdf);
        if (expectedCertificateSha256.equals(result.certificateSha256())) {
            return result;
        }
        List<String> findings = new ArrayList<>(result.findings());
        findings.add("The pack was sealed with another certificate than the expected one.");
        return new Result(findings, result.certificateSha256(), result.sealedAt());
    }

    private Result signature(byte[] pdf, List<String> findings) {
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        validator.setSignaturePolicyProvider(offline());
        CertificateToken signer = signer(validator);
        if (signer == null) {
            findings.add("The file has no seal.");
            return new Result(findings, null, null);
        }
        validator.setCertificateVerifier(trusting(signer));
        Reports reports = validator.validateDocument(policy);
        SimpleReport report = reports.getSimpleReport();
        for (String id : report.getSignatureIdList()) {
            if (report.getIndication(id) != Indication.TOTAL_PASSED) {
                report.getAdESValidationErrors(id).forEach(error -> findings.add(error.getValue()));
                findings.add("The seal does not hold: " + report.getIndication(id) + " " + report.getSubIndication(id));
            }
        }
        return new Result(
                findings,
                Attachment.sha256(signer.getEncoded()),
                claimedTime(reports.getDiagnosticData().getSignatures()));
    }

    private static @Nullable CertificateToken signer(PDFDocumentValidator validator) {
        validator.setCertificateVerifier(new CommonCertificateVerifier(true));
        List<AdvancedSignature> signatures = validator.getSignatures();
        return signatures.isEmpty() ? null : signatures.get(0).getSigningCertificateToken();
    }

    private static CommonCertificateVerifier trusting(CertificateToken signer) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(signer);
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }

    private static SignaturePolicyProvider offline() {
        SignaturePolicyProvider provider = new SignaturePolicyProvider();
        provider.setDataLoader(new MemoryDataLoader(Map.of()));
        return provider;
    }

    private static @Nullable Instant claimedTime(List<SignatureWrapper> signatures) {
        return signatures.isEmpty() || signatures.get(0).getClaimedSigningTime() == null
                ? null
                : signatures.get(0).getClaimedSigningTime().toInstant();
    }

    private static List<String> attachments(Map<String, byte[]> files) throws IOException {
        byte[] manifest = files.get("manifest.json");
        if (manifest == null) {
            return List.of("The pack has no manifest.json.");
        }
        List<String> findings = new ArrayList<>();
        int listed = 0;
        for (JsonNode entry : JSON.readTree(manifest).path("files")) {
            listed++;
            String name = entry.path("name").asText();
            byte[] file = files.get(name);
            if (file == null
                    || !Attachment.sha256(file).equals(entry.path("sha256").asText())) {
                findings.add("The attached file " + name + " is not the one of the manifest.");
            }
        }
        if (listed != files.size() - 1) {
            findings.add("The manifest does not list every attached file.");
        }
        return findings;
    }
}
