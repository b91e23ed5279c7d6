package org.fixtrail.reports.seal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** The key of the seal and the self-signed certificate that goes with it. */
record SealIdentity(PrivateKey key, X509Certificate certificate) {}
