package org.fixtrail.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The PKCS#12 file with the server's private key and certificate, opened once before anything starts, so that what is wrong
 * with it is said in one line and not found in the server's log.
 *
 * @param file absolute
 * @param alias of the one key in it
 */
public record TlsKeyStore(Path file, String password, String alias, X509Certificate certificate) {

    /**
     * Opens the file and looks at all that the server will need of it.
     *
     * @throws ServerException if it cannot be used; the message says why, in one line
     */
    public static TlsKeyStore open(Path file, String password) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            return usable(absolute, password, load(absolute, password));
        } catch (CertificateExpiredException e) {
            throw unusable(absolute, "its certificate has expired, renew it");
        } catch (CertificateNotYetValidException e) {
            throw unusable(absolute, "its certificate is not valid yet");
        } catch (GeneralSecurityException e) {
            throw unusable(absolute, String.valueOf(e.getMessage()));
        }
    }

    private static KeyStore load(Path file, String password) throws GeneralSecurityException {
        if (!Files.isReadable(file)) {
            throw unusable(file, "there is no such file, or it cannot be read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException e) {
            boolean refused = e.getCause() instanceof java.security.UnrecoverableKeyException;
            throw unusable(
                    file,
                    refused
                            ? "the password is wrong, set FIXTRAIL_TLS_PASSWORD or FIXTRAIL_TLS_PASSWORD_FILE"
                            : "it is no PKCS#12 file");
        }
    }

    private static TlsKeyStore usable(Path file, String password, KeyStore store) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw unusable(file, "it must hold one private key, and holds " + keys.size());
        }
        String alias = keys.get(0);
        if (!(store.getCertificate(alias) instanceof X509Certificate certificate)) {
            throw unusable(file, "its key has no X.509 certificate");
        }
        store.getKey(alias, password.toCharArray());
        certificate.checkValidity();
        return new TlsKeyStore(file, password, alias, certificate);
    }

    private static ServerException unusable(Path file, String why) {
        return new ServerException("the key store " + file + " cannot be used: " + why);
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public String certificateHash() {
        try {
            return PinnedCertificate.hash(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** Without the password, so that none reaches a log. */
    @Override
    public String toString() {
        return "TlsKeyStore[" + file + "]";
    }
}
