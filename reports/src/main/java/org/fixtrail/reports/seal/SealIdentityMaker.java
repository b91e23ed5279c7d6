package org.fixtrail.reports.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes a new key and its certificate: RSA, because every PDF reader in use can check it. */
final class SealIdentityMaker {
    private static final int KEY_BITS = 3072;
    private static final int SERIAL_BITS = 120;
    private static final int YEARS = 10;
    /** ub-common-name of RFC 5280, appendix A.1. */
    private static final int LONGEST_COMMON_NAME = 64;

    private static final String SUFFIX = " evidence seal";

    private SealIdentityMaker() {}

    /**
     * Takes about a second.
     *
     * @param now valid from a day before, so that a clock that runs a little behind does not matter
     */
    static SealIdentity make(String installation, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair pair = generator.generateKeyPair();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    subject(installation),
                    new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                    Date.from(now.minus(1, ChronoUnit.DAYS)),
                    Date.from(now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant()),
                    subject(installation),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()));
            return new SealIdentity(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(builder.build(
                                    new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the seal's key could not be made", e);
        }
    }

    private static X500Name subject(String installation) {
        int room = LONGEST_COMMON_NAME - SUFFIX.length();
        String name = installation.length() > room ? installation.substring(0, room) : installation;
        return new X500NameBuilder()
                .addRDN(BCStyle.O, "Fixtrail")
                .addRDN(BCStyle.CN, name.strip() + SUFFIX)
                .build();
    }
}
