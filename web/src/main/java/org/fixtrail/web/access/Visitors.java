package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.services.access.Visitor;
import org.jspecify.annotations.Nullable;

/** Tells where requests come from, and leaves in the browser by what it is known the next time. */
@ApplicationScoped
public class Visitors {
    private static final String DEVICE = "fixtrail_device";
    private static final String HOST_PREFIX = "__Host-";
    private static final Duration DEVICE_LASTS = Duration.ofDays(180);

    private final Set<String> proxies;
    private final boolean https;

    @Inject
    public Visitors(
            @ConfigProperty(name = "fixtrail.trusted-proxies", defaultValue = "127.0.0.1,0:0:0:0:0:0:0:1")
                    Set<String> proxies,
            @ConfigProperty(name = "fixtrail.base-url", defaultValue = "http://localhost") String baseUrl) {
        this.proxies = Set.copyOf(proxies);
        this.https = CookieSettings.isHttps(baseUrl);
    }

    protected Visitors() {
        this(Set.of(), "");
    }

    public Visitor of(HttpServletRequest request) {
        String address = ClientAddress.of(request, proxies);
        return new Visitor(
                address, ClientAddress.network(address), text(request.getHeader("User-Agent")), device(request));
    }

    void remember(String device, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                name() + "=" + device + "; Path=/; Max-Age=" + DEVICE_LASTS.toSeconds() + "; HttpOnly; SameSite=Lax"
                        + (https ? "; Secure" : ""));
    }

    /** Browsers take a cookie of such a name from this host only, and by https only. */
    private String name() {
        return https ? HOST_PREFIX + DEVICE : DEVICE;
    }

    /** What an earlier sign-in left in the browser, or null. */
    @Nullable
    String device(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name()))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
