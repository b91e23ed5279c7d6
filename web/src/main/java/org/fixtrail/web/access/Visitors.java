package org.fixtrail.web.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
            @ConfigProperty(name = "fixtrail.trusted-proxies") Optional<String> proxies,
            @ConfigProperty(name = "fixtrail.base-url", defaultValue = "http://localhost") String baseUrl) {
        this.proxies =
                Arrays.stream(proxies.orElse("").split(",")).map(String::strip).collect(toUnmodifiableSet());
        this.https = CookieSettings.isHttps(baseUrl);
    }

    protected Visitors() {
        this(Optional.empty(), "");
    }

    public Visitor of(HttpServletRequest request) {
        return new Visitor(address(request), text(request.getHeader("User-Agent")), device(request));
    }

    /**
     * The address of the client: the last one in {@code X-Forwarded-For} that is no trusted proxy's, and nothing of that
     * header unless a trusted proxy sent it.
     */
    public String address(HttpServletRequest request) {
        String sender = request.getRemoteAddr();
        if (!proxies.contains(sender)) {
            return sender;
        }
        List<String> hops = Arrays.stream(
                        text(request.getHeader("X-Forwarded-For")).split(","))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (!proxies.contains(hops.get(i))) {
                return hops.get(i);
            }
        }
        return sender;
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
    @Nullable String device(HttpServletRequest request) {
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
