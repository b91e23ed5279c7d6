package org.fixtrail.web.oidc;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Whether people sign in at an identity provider ({@code fixtrail.auth=oidc}) or here ({@code local}). */
@ApplicationScoped
public class OidcMode {
    private static final String LOCAL = "local";
    private static final String OIDC = "oidc";

    private final String auth;
    private final Map<String, Optional<String>> required = new LinkedHashMap<>();
    private final String groupsClaim;
    private final String groupRoot;
    private final String audience;
    private final int clockSkew;
    private final Clock clock;
    private @Nullable OidcClient client;

    @Inject
    OidcMode(
            @ConfigProperty(name = "fixtrail.auth", defaultValue = LOCAL) String auth,
            @ConfigProperty(name = "fixtrail.oidc.issuer") Optional<String> issuer,
            @ConfigProperty(name = "fixtrail.oidc.client-id") Optional<String> clientId,
            @ConfigProperty(name = "fixtrail.oidc.client-secret") Optional<String> clientSecret,
            @ConfigProperty(name = "fixtrail.oidc.groups-claim", defaultValue = "groups") String groupsClaim,
            @ConfigProperty(name = "fixtrail.oidc.group-root", defaultValue = "/fixtrail") String groupRoot,
            @ConfigProperty(name = "fixtrail.oidc.audience", defaultValue = "fixtrail-api") String audience,
            @ConfigProperty(name = "fixtrail.oidc.clock-skew", defaultValue = "30") int clockSkew,
            @ConfigProperty(name = "fixtrail.base-url") Optional<String> baseUrl,
            Clock clock) {
        this.auth = auth;
        required.put("FIXTRAIL_OIDC_ISSUER", issuer);
        required.put("FIXTRAIL_OIDC_CLIENT_ID", clientId);
        required.put("FIXTRAIL_OIDC_CLIENT_SECRET", clientSecret);
        required.put("FIXTRAIL_BASE_URL", baseUrl);
        this.groupsClaim = groupsClaim;
        this.groupRoot = groupRoot;
        this.audience = audience;
        this.clockSkew = clockSkew;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected OidcMode() {
        this(LOCAL, Optional.empty(), Optional.empty(), Optional.empty(), "", "", "", 0, Optional.empty(), null);
    }

    /**
     * Reads the settings, so that wrong ones stop the start and not the first sign-in.
     *
     * @throws IllegalArgumentException if they are incomplete or wrong, in one line
     */
    public synchronized void start() {
        if (auth.equals(LOCAL)) {
            return;
        }
        if (!auth.equals(OIDC)) {
            throw new IllegalArgumentException("FIXTRAIL_AUTH must be local or oidc, not " + auth);
        }
        List<String> missing = required.entrySet().stream()
                .filter(setting ->
                        setting.getValue().filter(text -> !text.isBlank()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("FIXTRAIL_AUTH is oidc: set also " + String.join(", ", missing));
        }
        client = new OidcClient(
                new OidcSettings(
                        address("FIXTRAIL_OIDC_ISSUER"),
                        text("FIXTRAIL_OIDC_CLIENT_ID"),
                        text("FIXTRAIL_OIDC_CLIENT_SECRET"),
                        groupsClaim,
                        groupRoot,
                        audience,
                        Duration.ofSeconds(clockSkew),
                        address("FIXTRAIL_BASE_URL")),
                clock);
    }

    public boolean isOn() {
        return auth.equals(OIDC);
    }

    /** Only where it {@link #isOn}, after {@link #start}. */
    synchronized OidcClient client() {
        return requireNonNull(client, "people do not sign in at an identity provider here");
    }

    private String text(String variable) {
        return requireNonNull(required.get(variable)).orElseThrow().strip();
    }

    private URI address(String variable) {
        String text = text(variable);
        try {
            return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variable + " is no address: " + text, e);
        }
    }
}
