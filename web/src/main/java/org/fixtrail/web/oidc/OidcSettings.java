package org.fixtrail.web.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * How Fixtrail and the identity provider know each other.
 *
 * @param issuer the provider's name, below which it publishes its metadata
 * @param groupsClaim of ID and access tokens: full paths of groups
 * @param groupRoot the group that holds the organisations
 * @param audience what an access token for the API must name; other than the client, so that no ID token passes for one
 * @param clockSkew by which the clocks of both may differ
 * @param baseUrl the address of Fixtrail that browsers know, without a slash at the end
 */
record OidcSettings(
        URI issuer,
        String clientId,
        String clientSecret,
        String groupsClaim,
        String groupRoot,
        String audience,
        Duration clockSkew,
        URI baseUrl) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    OidcSettings {
        String host = issuer.getHost();
        if (host == null || !(isHttps(issuer) || LOOPBACK.contains(host))) {
            throw new IllegalArgumentException("FIXTRAIL_OIDC_ISSUER is " + issuer
                    + ": it must be an https address, or http on localhost, since tokens pass there");
        }
        if (issuer.getQuery() != null || issuer.getFragment() != null) {
            throw new IllegalArgumentException("FIXTRAIL_OIDC_ISSUER is " + issuer + ": it must end with its path");
        }
        if (!groupRoot.startsWith("/") || groupRoot.endsWith("/")) {
            throw new IllegalArgumentException(
                    "FIXTRAIL_OIDC_GROUP_ROOT is " + groupRoot + ": it must be the path of a group, such as /fixtrail");
        }
        if (clientId.equals(audience)) {
            throw new IllegalArgumentException(
                    "FIXTRAIL_OIDC_AUDIENCE must differ from FIXTRAIL_OIDC_CLIENT_ID, or sign-ins would pass for keys of machines");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0) {
            throw new IllegalArgumentException(
                    "FIXTRAIL_OIDC_CLOCK_SKEW must be 0 to " + MOST_SKEW.toSeconds() + " seconds");
        }
    }

    /** Where the provider sends browsers back to. */
    URI callback() {
        return below(OidcPaths.CALLBACK);
    }

    /** Where a browser goes once both have signed out. */
    URI signedOut() {
        return below(OidcPaths.SIGNED_OUT);
    }

    /** Scheme, host and port of the provider, as browsers name who frames a page. */
    String issuerOrigin() {
        int port = issuer.getPort();
        return issuer.getScheme() + "://" + issuer.getHost() + (port < 0 ? "" : ":" + port);
    }

    private URI below(String path) {
        return URI.create(baseUrl + path);
    }

    private static boolean isHttps(URI address) {
        return "https".equals(address.getScheme());
    }

    /** Without the secret, so that none reaches a log. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
