package org.fixtrail.web.pack;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.fixtrail.services.pack.SealCertificate;

/** What pages tell of the seal on evidence packs. */
@Named
@RequestScoped
public class SealPage {
    private final SealCertificate certificate;

    @Inject
    public SealPage(SealCertificate certificate) {
        this.certificate = certificate;
    }

    @SuppressWarnings("NullAway")
    protected SealPage() {
        this(null);
    }

    /** SHA-256 of the certificate, as programs print it: pairs of capital digits with colons between. */
    public String getFingerprint() {
        return certificate.sha256().toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    }
}
