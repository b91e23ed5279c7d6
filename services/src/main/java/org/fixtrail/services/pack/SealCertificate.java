package org.fixtrail.services.pack;

/** The public half of the installation's seal, for auditors to keep and compare. */
public interface SealCertificate {

    /** The certificate in PEM. */
    String pem();

    /** SHA-256 of the certificate's DER form, 64 lower-case hexadecimal digits. */
    String sha256();
}
