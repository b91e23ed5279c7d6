package org.fixtrail.reports.seal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.util.Base64;
import org.fixtrail.reports.attachment.Attachment;
import org.fixtrail.services.pack.SealCertificate;
import org.jspecify.annotations.Nullable;

/** The installation's seal: made at its first use, kept in {@code seal.p12}, the same ever after. */
public final class SealKeys implements SealCertificate {
    private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final SealKeyFile file;
    private final String installation;
    private final Clock clock;
    private @Nullable SealIdentity loaded;

    /**
     * Touches no file yet.
     *
     * @param password pass phrase of the key file; must not be blank, and there is none to fall back on
     * @param installation names the certificate's subject, for people
     */
    public SealKeys(Path directory, String password, String installation, Clock clock) {
        if (password.isBlank()) {
            throw new IllegalArgumentException("fixtrail.keys.password must be set: it protects the key of the seal");
        }
        this.file = new SealKeyFile(directory, password.toCharArray());
        this.installation = installation;
        this.clock = clock;
    }

    synchronized SealIdentity identity() {
        SealIdentity identity = loaded;
        if (identity == null) {
            identity = file.readOrCreate(() -> SealIdentityMaker.make(installation, clock.instant()));
            loaded = identity;
        }
        return identity;
    }

    @Override
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n" + PEM_LINES.encodeToString(der()) + "\n-----END CERTIFICATE-----\n";
    }

    @Override
    public String sha256() {
        return Attachment.sha256(der());
    }

    private byte[] der() {
        try {
            return identity().certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
