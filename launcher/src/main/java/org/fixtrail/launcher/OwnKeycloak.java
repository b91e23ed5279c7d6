package org.fixtrail.launcher;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fixtrail.launcher.keycloak.FirstPerson;
import org.fixtrail.launcher.keycloak.Keycloak;
import org.fixtrail.launcher.keycloak.KeycloakSecrets;
import org.fixtrail.launcher.keycloak.Realm;
import org.fixtrail.launcher.postgres.DatabasePasswords;

/** The Keycloak of {@code up --keycloak}, and those who can sign in first. */
final class OwnKeycloak {
    private final Home home;
    private final Console console;
    private final Keycloak keycloak;
    private final List<FirstPerson> people;

    private OwnKeycloak(Home home, Console console, Keycloak keycloak, List<FirstPerson> people) {
        this.home = home;
        this.console = console;
        this.keycloak = keycloak;
        this.people = people;
    }

    /** Fetched and built if it must be; it becomes ready while the rest starts. */
    static OwnKeycloak start(Settings settings, Console console, Shutdown shutdown, KeycloakSecrets secrets) {
        Home home = settings.home();
        List<FirstPerson> people = firstPeople(settings);
        Realm realm =
                new Realm(settings.publicAddress(), settings.organisation(), people, secrets, mailServer(settings));
        // not in one go with the start: Ctrl-C does not wait for a download
        Keycloak.prepare(home.keycloak(), home.logs(), settings.mavenRepository(), console::step);
        Keycloak keycloak = shutdown.start(
                "Keycloak", () -> Keycloak.start(home.keycloak(), home.logs(), settings.keycloakPort(), realm));
        console.step("Keycloak starts, " + keycloak.issuer());
        return new OwnKeycloak(home, console, keycloak, people);
    }

    /** Nobody once the realm is there: its passwords are people's own by then. */
    private static List<FirstPerson> firstPeople(Settings settings) {
        return Keycloak.hasRealm(settings.home().keycloak())
                ? List.of()
                : List.of(
                        new FirstPerson(settings.administrator(), "ADMINISTRATOR", DatabasePasswords.randomPassword()),
                        new FirstPerson(settings.officer(), "COMPLIANCE_OFFICER", DatabasePasswords.randomPassword()));
    }

    private static Map<String, String> mailServer(Settings settings) {
        if (!settings.ownMailServer()) {
            return Map.of();
        }
        Map<String, String> server = new TreeMap<>();
        server.put("host", settings.text("FIXTRAIL_MAIL_HOST").orElseThrow());
        server.put("port", settings.text("FIXTRAIL_MAIL_PORT").orElse("25"));
        server.put("from", settings.text("FIXTRAIL_MAIL_FROM").orElse("fixtrail@localhost"));
        String tls = settings.text("FIXTRAIL_MAIL_TLS").orElse("none");
        server.put("starttls", Boolean.toString(tls.equalsIgnoreCase("starttls")));
        server.put("ssl", Boolean.toString(tls.equalsIgnoreCase("implicit")));
        settings.text("FIXTRAIL_MAIL_USER").ifPresent(user -> {
            server.put("auth", "true");
            server.put("user", user);
            server.put("password", settings.text("FIXTRAIL_MAIL_PASSWORD").orElse(""));
        });
        return server;
    }

    URI issuer() {
        return keycloak.issuer();
    }

    boolean isReady() {
        return keycloak.isReady();
    }

    /** How the first people get in. */
    void tell() {
        console.print("");
        people.forEach(person -> console.print("  First sign-in: " + person.email() + "   one-time password: "
                + person.oneTimePassword() + "   (" + person.role() + ")"));
        if (!people.isEmpty()) {
            console.print("  They are shown this once and must be changed at the first sign-in.");
        }
        console.print("  Keycloak's own console: " + keycloak.console() + "   admin, password in " + home.secrets());
        console.print("");
    }
}
