package org.fixtrail.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OidcModeTest {

    private static OidcMode mode(
            String auth, @Nullable String issuer, @Nullable String client, @Nullable String secret, String audience) {
        return new OidcMode(
                auth,
                Optional.ofNullable(issuer),
                Optional.ofNullable(client),
                Optional.ofNullable(secret),
                "groups",
                "/fixtrail",
                audience,
                30,
                Optional.of("https://fixtrail.example/"),
                Clock.systemUTC());
    }

    private static void refused(OidcMode mode, String message) {
        assertThatThrownBy(mode::start).hasMessageStartingWith(message).hasMessageNotContaining("\n");
    }

    @Test
    void local_sign_in_needs_no_settings() {
        OidcMode mode = mode("local", null, null, null, "");
        mode.start();

        assertThat(mode.isOn()).isFalse();
    }

    @Test
    void complete_settings_start() {
        OidcMode mode = mode("oidc", "https://id.example/realms/fixtrail/", "fixtrail", "secret", "api");
        mode.start();

        assertThat(mode.isOn()).isTrue();
        OidcSettings settings = mode.client().settings();
        assertThat(settings.issuer()).hasToString("https://id.example/realms/fixtrail");
        assertThat(settings.callback()).hasToString("https://fixtrail.example/oidc/callback");
        assertThat(settings.issuerOrigin()).isEqualTo("https://id.example");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void incomplete_settings_stop_the_start_with_the_names_of_the_missing() {
        refused(
                mode("oidc", "https://id.example", null, " ", "api"),
                "FIXTRAIL_AUTH is oidc: set also FIXTRAIL_OIDC_CLIENT_ID, FIXTRAIL_OIDC_CLIENT_SECRET");
    }

    @Test
    void settings_that_would_be_unsafe_stop_the_start() {
        refused(mode("keycloak", null, null, null, ""), "FIXTRAIL_AUTH must be local or oidc, not keycloak");
        refused(
                mode("oidc", "http://id.example", "a", "b", "api"),
                "FIXTRAIL_OIDC_ISSUER is http://id.example: it must");
        refused(mode("oidc", "no address", "a", "b", "api"), "FIXTRAIL_OIDC_ISSUER is no address");
        refused(mode("oidc", "https://id.example", "a", "b", "a"), "FIXTRAIL_OIDC_AUDIENCE must differ");
    }
}
