package org.fixtrail.launcher.keycloak;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.fixtrail.launcher.json.Json;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static final KeycloakSecrets SECRETS = new KeycloakSecrets("admin-pw", "client-pw", "machine-pw");

    private static Realm realm(String organisation) {
        return new Realm(
                URI.create("http://127.0.0.1:8080"),
                organisation,
                List.of(new FirstPerson("ada@example.org", "ADMINISTRATOR", "one-time")),
                SECRETS,
                Map.of("host", "mail.example"));
    }

    @Test
    void the_template_is_filled_and_stays_json_whatever_the_organisation_is_called() {
        String json = realm("Acme \"$1\" {{SMTP}} \\ Co").json();

        Map<?, ?> members = (Map<?, ?>) requireNonNull(Json.read(json));
        assertThat(members.get("smtpServer")).isEqualTo(Map.of("host", "mail.example"));
        assertThat(String.valueOf(members.get("users")))
                .contains(
                        "/fixtrail/Acme \"$1\" {{SMTP}} \\ Co/ADMINISTRATOR",
                        "/fixtrail/Acme \"$1\" {{SMTP}} \\ Co/MACHINE",
                        "value=one-time",
                        "requiredActions=[UPDATE_PASSWORD]");
        assertThat(String.valueOf(members.get("clients")))
                .contains(
                        "secret=client-pw",
                        "secret=machine-pw",
                        "http://127.0.0.1:8080/oidc/callback",
                        "pkce.code.challenge.method=S256")
                .doesNotContain("{{");
        assertThat(json).doesNotContain("admin-pw");
    }

    @Test
    void without_people_it_is_json_too() {
        Realm realm = new Realm(URI.create("http://127.0.0.1:8080"), "Acme", List.of(), SECRETS, Map.of());

        assertThat(Json.read(realm.json())).isInstanceOf(Map.class);
    }

    @Test
    void an_organisation_with_a_slash_cannot_be_a_group() {
        assertThatThrownBy(() -> realm("A/B")).hasMessageContaining("cannot hold a slash: A/B");
    }

    @Test
    void no_secret_shows_in_text() {
        assertThat(realm("Acme").toString()).doesNotContain("-pw", "one-time");
    }
}
