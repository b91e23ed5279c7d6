package org.fixtrail.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.fixtrail.launcher.keycloak.KeycloakSecrets;
import org.fixtrail.launcher.postgres.DatabasePasswords;
import org.junit.jupiter.api.Test;

class ApplicationSettingsTest {
    private static final Secrets SECRETS = new Secrets(
            new DatabasePasswords("super", "own", "app"),
            "keys",
            "operator",
            "secret",
            new KeycloakSecrets("admin", "client", "machine"));

    private static Settings settings(Map<String, String> environment) {
        return new Settings(Path.of("/opt/fixtrail"), environment);
    }

    @Test
    void with_everything_embedded_the_application_gets_the_launchers_values() {
        assertThat(ApplicationSettings.of(settings(Map.of()), SECRETS, "jdbc:here", 2525, null, true))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("fixtrail.db.url", "jdbc:here"),
                        Map.entry("fixtrail.db.user", "fixtrail_app"),
                        Map.entry("fixtrail.db.password", "app"),
                        Map.entry("fixtrail.db.owner.user", "fixtrail_owner"),
                        Map.entry("fixtrail.db.owner.password", "own"),
                        Map.entry("fixtrail.mail.host", "127.0.0.1"),
                        Map.entry("fixtrail.mail.port", "2525"),
                        Map.entry("fixtrail.mail.from", "fixtrail@localhost"),
                        Map.entry("fixtrail.keys.dir", "/opt/fixtrail/var/keys"),
                        Map.entry("fixtrail.keys.password", "keys"),
                        Map.entry("fixtrail.base-url", "http://127.0.0.1:8080"),
                        Map.entry("fixtrail.demo", "true"),
                        Map.entry("fixtrail.operator.key", "operator"),
                        Map.entry("fixtrail.secret-key", "secret")));
    }

    @Test
    void what_the_user_has_set_takes_the_place_of_the_launchers_value() {
        Map<String, String> values = ApplicationSettings.of(
                settings(Map.of("FIXTRAIL_BASE_URL", "https://fixtrail.example", "FIXTRAIL_KEYS_PASSWORD", "mine")),
                SECRETS,
                "jdbc:here",
                null,
                null,
                false);

        assertThat(values)
                .containsEntry("fixtrail.base-url", "https://fixtrail.example")
                .containsEntry("fixtrail.keys.password", "mine");
    }

    @Test
    void without_a_mail_server_there_is_no_mail_host_rather_than_a_wrong_one() {
        assertThat(ApplicationSettings.of(settings(Map.of()), SECRETS, "jdbc:here", null, null, false))
                .doesNotContainKeys("fixtrail.mail.host", "fixtrail.mail.port");
    }

    @Test
    void the_embedded_database_keeps_its_logins_even_if_the_environment_names_others() {
        assertThat(ApplicationSettings.of(
                        settings(Map.of("FIXTRAIL_DB_USER", "other")), SECRETS, "jdbc:here", null, null, false))
                .containsEntry("fixtrail.db.user", "fixtrail_app");
    }

    @Test
    void an_own_database_brings_all_its_logins() {
        Map<String, String> environment = Map.of(
                "FIXTRAIL_DB_URL", "jdbc:there",
                "FIXTRAIL_DB_USER", "a",
                "FIXTRAIL_DB_PASSWORD", "b",
                "FIXTRAIL_DB_OWNER_USER", "c",
                "FIXTRAIL_DB_OWNER_PASSWORD", "d");

        assertThatCode(() -> ApplicationSettings.requireComplete(settings(environment)))
                .doesNotThrowAnyException();
        assertThat(ApplicationSettings.of(settings(environment), SECRETS, null, null, null, false))
                .containsEntry("fixtrail.db.url", "jdbc:there")
                .containsEntry("fixtrail.db.owner.password", "d");
    }

    @Test
    void an_own_database_without_its_logins_is_refused_with_their_names() {
        Settings settings = settings(Map.of("FIXTRAIL_DB_URL", "jdbc:there", "FIXTRAIL_DB_USER", "a"));

        assertThatThrownBy(() -> ApplicationSettings.requireComplete(settings))
                .hasMessage("FIXTRAIL_DB_URL is set: set also FIXTRAIL_DB_PASSWORD, FIXTRAIL_DB_OWNER_USER,"
                        + " FIXTRAIL_DB_OWNER_PASSWORD");
    }

    @Test
    void with_a_keycloak_of_the_launchers_people_sign_in_there() {
        assertThat(ApplicationSettings.of(
                        settings(Map.of("FIXTRAIL_OIDC_CLIENT_SECRET", "of another")),
                        SECRETS,
                        "jdbc:here",
                        null,
                        URI.create("http://127.0.0.1:8180/realms/fixtrail"),
                        false))
                .containsEntry("fixtrail.auth", "oidc")
                .containsEntry("fixtrail.oidc.issuer", "http://127.0.0.1:8180/realms/fixtrail")
                .containsEntry("fixtrail.oidc.client-id", "fixtrail")
                .containsEntry("fixtrail.oidc.client-secret", "client");
    }
}
