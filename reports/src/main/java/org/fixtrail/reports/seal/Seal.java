package org.fixtrail.reports.seal;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Seals a PDF: PAdES baseline B with SHA-256, as a certification that permits no change (DocMDP P=1, ISO 32000-1,
 * 12.8.2.2).
 */
public final class Seal {
    /** Room for the signature in the file: an RSA-3072 signature with one certificate takes about 2,500 bytes. */
    private static final int SIGNATURE_BYTES = 12_000;

    private final SealKeys keys;

    public Seal(SealKeys keys) {
        this.keys = keys;
    }

    /**
     * Gives the sealed file; the unsealed one is a prefix of it.
     *
     * @param at the signing time that the seal claims; no outsider vouches for it
     */
    public byte[] apply(byte[] pdf, Instant at) {
        SealIdentity identity = keys.identity();
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        PAdESSignatureParameters parameters = parameters(identity, at);
        InMemoryDocument document = new InMemoryDocument(pdf);
        ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
        DSSDocument sealed = service.signDocument(document, parameters, sign(identity, toBeSigned));
        return DSSUtils.toByteArray(sealed);
    }

    private static PAdESSignatureParameters parameters(SealIdentity identity, Instant at) {
        CertificateToken certificate = new CertificateToken(identity.certificate());
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(certificate);
        parameters.setCertificateChain(List.of(certificate));
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.setReason("Evidence pack sealed by Fixtrail");
        parameters.setContentSize(SIGNATURE_BYTES);
        parameters.bLevel().setSigningDate(Date.from(at));
        return parameters;
    }

    private static SignatureValue sign(SealIdentity identity, ToBeSigned toBeSigned) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(identity.key());
            signature.update(toBeSigned.getBytes());
            return new SignatureValue(SignatureAlgorithm.RSA_SHA256, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal's key does not sign", e);
        }
    }
}
