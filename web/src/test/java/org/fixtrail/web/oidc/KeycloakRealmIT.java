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
import org.fixtrail.services.access.NewPerson;
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
    void people_are_invited_given_roles_ended_and_restored_within_one_organisation() {
        KeycloakPeople people = new KeycloakPeople(mode);
        NewPerson ada = new NewPerson("ada@example.org", "Ada Maria Auditor", Set.of(Role.AUDITOR));

        Invitation invited = done(people.invite("Acme Bank", ada));
        String subject = invited.person().subject();
        assertThat(requireNonNull(invited.oneTimePassword())).hasSizeGreaterThan(15);
        assertThat(invited.person())
                .isEqualTo(new DirectoryPerson(
                        subject, "ada@example.org", "Ada Maria Auditor", Set.of(Role.AUDITOR), true));

        // another organisation's groups are made when they are needed, and the account is the same
        Invitation again =
                done(people.invite("Globex", new NewPerson("ada@example.org", "Ada", Set.of(Role.REVIEWER))));
        assertThat(again.oneTimePassword()).isNull();
        assertThat(again.person().subject()).isEqualTo(subject);

        assertThat(done(people.setRoles("Acme Bank", subject, Set.of(Role.ML_ENGINEER, Role.REVIEWER)))
                        .roles())
                .containsExactlyInAnyOrder(Role.ML_ENGINEER, Role.REVIEWER);
        assertThat(done(people.people("Globex")))
                .singleElement()
                .satisfies(person -> assertThat(person.roles()).containsExactly(Role.REVIEWER));
        assertThat(done(people.people("Acme Bank")))
                .extracting(DirectoryPerson::email)
                .containsExactly("ada@example.org", "admin@localhost");

        assertThat(done(people.end("Acme Bank", subject)).enabled())
                .as("works for Globex still")
                .isTrue();
        assertThat(done(people.find("Acme Bank", "ada@example.org"))).isEmpty();
        assertThat(done(people.end("Globex", subject)).enabled()).isFalse();
        DirectoryPerson restored = done(people.restore("Acme Bank", subject, Set.of(Role.AUDITOR)));
        assertThat(restored.enabled()).isTrue();
        assertThat(restored.roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void nobody_of_another_organisation_can_be_changed() {
        KeycloakPeople people = new KeycloakPeople(mode);
        String subject = done(people.invite(
                        "Initech", new NewPerson("bob@example.org", "Bob", Set.of(Role.RISK_ANALYST))))
                .person()
                .subject();

        assertThat(refused(people.setRoles("Acme Bank", subject, Set.of(Role.AUDITOR)))
                        .rule())
                .isEqualTo("unknown-person");
        assertThat(refused(people.end("Acme Bank", subject)).rule()).isEqualTo("unknown-person");
        assertThat(refused(people.end("Acme Bank", "no-such-subject")).rule()).isEqualTo("unknown-person");
        assertThat(done(people.find("Initech", "bob@example.org")).orElseThrow().roles())
                .containsExactly(Role.RISK_ANALYST);
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
        assertThat(refused.reason()).contains("does not answer", "try again once it runs");
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
