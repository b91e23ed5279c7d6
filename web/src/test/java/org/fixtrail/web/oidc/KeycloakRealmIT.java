package org.fixtrail.web.oidc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Role;
import org.fixtrail.launcher.keycloak.FirstPerson;
import org.fixtrail.launcher.keycloak.Keycloak;
import org.fixtrail.launcher.keycloak.KeycloakSecrets;
import org.fixtrail.launcher.keycloak.Realm;
import org.fixtrail.services.access.DirectoryPerson;
import org.fixtrail.services.access.ExternalMachine;
import org.fixtrail.services.access.Invitation;
import org.fixtrail.services.access.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People and machines at a real Keycloak, with the realm that the launcher makes. */
class KeycloakRealmIT {
    private static final Path FOLDER =
            Path.of(System.getProperty("fixtrail.it.folder", "target")).resolve("it-keycloak");
    private static final KeycloakSecrets SECRETS =
            new KeycloakSecrets("admin-password", "client-secret", "machine-secret");
    private static final long START_MINUTES = 8;
    private static final long PAUSE_MILLIS = 200;

    private static Keycloak keycloak;
    private static OidcMode mode;

    @BeforeAll
    static void start() throws Exception {
        Keycloak.stopOrphan(FOLDER);
        // the program stays built from run to run, the realm does not
        delete(FOLDER.resolve("data"));
        Files.deleteIfExists(FOLDER.resolve("realm-imported"));
        Files.createDirectories(FOLDER);
        Realm realm = new Realm(
                URI.create("http://127.0.0.1:8080"),
                "Acme Bank",
                List.of(new FirstPerson("admin@localhost", "ADMINISTRATOR", "a-one-time-password")),
                SECRETS,
                Map.of());
        Keycloak.prepare(FOLDER, FOLDER, URI.create("https://repo1.maven.org/maven2"), line -> {});
        keycloak = Keycloak.start(FOLDER, FOLDER, freePort(), realm);
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(START_MINUTES);
        while (!keycloak.isReady()) {
            assertThat(System.nanoTime()).as("Keycloak is not ready in time").isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        mode = modeWith("client-secret");
    }

    @AfterAll
    static void stop() throws IOException {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    private static OidcMode modeWith(String secret) {
        OidcMode made = new OidcMode(
                "oidc",
                Optional.of(keycloak.issuer().toString()),
                Optional.of("fixtrail"),
                Optional.of(secret),
                "groups",
                "/fixtrail",
                "fixtrail-api",
                30,
                Optional.of("http://127.0.0.1:8080"),
                Clock.systemUTC());
        made.start();
        return made;
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static Outcome.Refused<?> refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused<?>) outcome;
    }

    @Test
    void the_files_with_secrets_are_gone_once_they_were_imported() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(file -> file.endsWith("fixtrail-realm.json"))
                            .toList())
                    .isEmpty();
        }
    }

    @Test
    void a_machine_gets_a_token_that_is_good_for_the_api() throws Exception {
        TokenResponse response = TokenResponse.parse(new TokenRequest.Builder(
                        URI.create(keycloak.issuer() + "/protocol/openid-connect/token"),
                        new ClientSecretBasic(new ClientID("example-machine"), new Secret(SECRETS.machine())),
                        new ClientCredentialsGrant())
                .build()
                .toHTTPRequest()
                .send());
        String token = response.toSuccessResponse().getTokens().getAccessToken().getValue();

        ExternalMachine machine = done(mode.client().machine(token));

        assertThat(machine.clientId()).isEqualTo("example-machine");
        assertThat(machine.organisation()).isEqualTo("Acme Bank");
        assertThat(machine.role()).isEqualTo(Role.MACHINE);
        assertThat(machine.system()).isEqualTo("Example system");
    }

    @Test
    void people_are_invited_given_roles_and_lose_them_within_one_organisation() {
        KeycloakPeople people = new KeycloakPeople(mode);

        Invitation invited = done(people.invite("ada@example.org", "Ada Maria Auditor"));
        String ada = invited.subject();
        assertThat(requireNonNull(invited.oneTimePassword())).hasSizeGreaterThan(15);
        assertThat(invited.known()).isFalse();
        assertThat(done(people.people("Acme Bank")))
                .extracting(DirectoryPerson::displayName)
                .doesNotContain("Ada Maria Auditor");

        // another organisation's groups are made when they are needed
        assertThat(done(people.put("Acme Bank", ada, Set.of(Role.AUDITOR)))).containsExactly(Role.AUDITOR);
        assertThat(done(people.put("Globex", ada, Set.of(Role.REVIEWER)))).containsExactly(Role.REVIEWER);
        assertThat(done(people.put("Acme Bank", ada, Set.of(Role.ML_ENGINEER, Role.REVIEWER))))
                .containsExactlyInAnyOrder(Role.ML_ENGINEER, Role.REVIEWER);
        assertThat(done(people.people("Globex")))
                .containsExactly(new DirectoryPerson(ada, null, "Ada Maria Auditor", Set.of(Role.REVIEWER)));
        assertThat(done(people.people("Acme Bank")))
                .filteredOn(person -> person.subject().equals(ada))
                .singleElement()
                .satisfies(person ->
                        assertThat(person.roles()).containsExactlyInAnyOrder(Role.ML_ENGINEER, Role.REVIEWER));

        assertThat(done(people.put("Acme Bank", ada, Set.of()))).isEmpty();
        assertThat(done(people.people("Acme Bank")))
                .extracting(DirectoryPerson::subject)
                .doesNotContain(ada);
        assertThat(done(people.people("Globex"))).hasSize(1);
    }

    @Test
    void who_is_known_is_invited_again_without_a_new_password() {
        KeycloakPeople people = new KeycloakPeople(mode);
        String subject = done(people.invite("bob@example.org", "Bob")).subject();

        Invitation again = done(people.invite("bob@example.org", "Robert"));

        assertThat(again).isEqualTo(new Invitation(subject, null, true, null));
    }

    @Test
    void whom_keycloak_does_not_know_gets_no_role() {
        assertThat(refused(new KeycloakPeople(mode).put("Acme Bank", "no-such-subject", Set.of(Role.AUDITOR)))
                        .rule())
                .isEqualTo("unknown-person");
    }

    @Test
    void what_keycloak_refuses_is_said_with_what_to_do() {
        assertThat(refused(new KeycloakPeople(modeWith("wrong")).people("Acme Bank"))
                        .reason())
                .contains("FIXTRAIL_OIDC_CLIENT_SECRET");
        assertThat(refused(new KeycloakPeople(mode).people("A/B")).rule()).isEqualTo("organisation-name");
    }

    @Test
    void a_keycloak_that_is_down_is_said_to_be() throws IOException {
        OidcMode elsewhere = new OidcMode(
                "oidc",
                Optional.of("http://127.0.0.1:" + freePort() + "/realms/fixtrail"),
                Optional.of("fixtrail"),
                Optional.of("secret"),
                "groups",
                "/fixtrail",
                "fixtrail-api",
                30,
                Optional.of("http://127.0.0.1:8080"),
                Clock.systemUTC());
        elsewhere.start();

        Outcome.Refused<?> refused = refused(new KeycloakPeople(elsewhere).people("Acme Bank"));

        assertThat(refused.rule()).isEqualTo("provider-unreachable");
        assertThat(refused.reason()).contains("does not answer");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
