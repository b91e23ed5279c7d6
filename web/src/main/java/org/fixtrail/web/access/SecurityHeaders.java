package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What browsers are told with every answer. */
@ApplicationScoped
class SecurityHeaders {
    /**
     * Says nothing of scripts: PrimeFaces adds a policy of its own with the nonce of each page, and a browser obeys both.
     * Its components write {@code style} attributes.
     */
    private static final String OF_PAGES = "connect-src 'self'; img-src 'self' data:; font-src 'self' data:;"
            + " style-src 'self'; style-src-attr 'unsafe-inline'; object-src 'none'; frame-src 'none'; worker-src 'none';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final String OF_ALL_ELSE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final boolean https;
    private final String ofPages;

    /** @param issuer signing out by a form ends there, too, and browsers count where a form's answer leads */
    @Inject
    SecurityHeaders(
            @ConfigProperty(name = "fixtrail.base-url", defaultValue = "http://localhost") String baseUrl,
            @ConfigProperty(name = "fixtrail.oidc.issuer") Optional<String> issuer) {
        https = CookieSettings.isHttps(baseUrl);
        ofPages = OF_PAGES
                + issuer.filter(text -> !text.isBlank())
                        .map(text -> " " + origin(URI.create(text.strip())))
                        .orElse("");
    }

    protected SecurityHeaders() {
        this("", Optional.empty());
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    void set(HttpServletRequest request, HttpServletResponse response) {
        String path = Paths.of(request);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", isHtml(path) ? ofPages : OF_ALL_ELSE);
        if (!Paths.isFacesResource(path)) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** The welcome file is a page too. */
    private static boolean isHtml(String path) {
        return Paths.isPage(path) || path.endsWith("/");
    }
}
