package org.fixtrail.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fixtrail.launcher.server.TlsKeyStore;

/**
 * What the user may set, all by environment variables.
 *
 * @param root the folder of the program, where the script lies
 * @param environment the variables, as in {@link System#getenv()}
 */
record Settings(Path root, Map<String, String> environment) {
    private static final int HTTP_PORT = 8080;
    private static final int HTTPS_PORT = 8443;
    private static final int READY_SECONDS = 120;
    private static final int KEYCLOAK_PORT = 8180;
    private static final int LAST_PORT = 65_535;

    /** Empty where the variable is absent or blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Home home() {
        return new Home(text("FIXTRAIL_VAR").map(Path::of).orElse(root.resolve("var")));
    }

    Path war() {
        return text("FIXTRAIL_WAR").map(Path::of).orElse(root.resolve("web/target/fixtrail.war"));
    }

    String httpAddress() {
        return text("FIXTRAIL_HTTP_ADDRESS").orElse("127.0.0.1");
    }

    /** Where the server listens: one port, with TLS or without. */
    int port() {
        return usesTls()
                ? number("FIXTRAIL_HTTPS_PORT", HTTPS_PORT, 1, LAST_PORT)
                : number("FIXTRAIL_HTTP_PORT", HTTP_PORT, 1, LAST_PORT);
    }

    /** The variable that says where the server listens. */
    String portVariable() {
        return usesTls() ? "FIXTRAIL_HTTPS_PORT" : "FIXTRAIL_HTTP_PORT";
    }

    boolean usesTls() {
        return text("FIXTRAIL_TLS_KEYSTORE").isPresent();
    }

    /** The PKCS#12 file of the server's certificate, opened; empty without TLS. */
    Optional<TlsKeyStore> tls() {
        return text("FIXTRAIL_TLS_KEYSTORE").map(file -> TlsKeyStore.open(Path.of(file), tlsPassword()));
    }

    private String tlsPassword() {
        Optional<String> file = text("FIXTRAIL_TLS_PASSWORD_FILE");
        if (file.isEmpty()) {
            return text("FIXTRAIL_TLS_PASSWORD").orElse("");
        }
        try {
            return Files.readString(Path.of(file.get())).strip();
        } catch (IOException e) {
            throw new LaunchException("FIXTRAIL_TLS_PASSWORD_FILE cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where the embedded PostgreSQL listens; 0 is a free port. */
    int databasePort() {
        return number("FIXTRAIL_PG_PORT", 0, 0, LAST_PORT);
    }

    /** Where the demo's mail sink listens; 0 is a free port. */
    int smtpPort() {
        return number("FIXTRAIL_SMTP_PORT", 0, 0, LAST_PORT);
    }

    /** Where the embedded Keycloak listens. One that stays, since every token names it. */
    int keycloakPort() {
        return number("FIXTRAIL_KEYCLOAK_PORT", KEYCLOAK_PORT, 1, LAST_PORT);
    }

    /** Where Keycloak is fetched from, without a slash at the end. */
    URI mavenRepository() {
        String address = text("FIXTRAIL_MAVEN_REPOSITORY").orElse("https://repo1.maven.org/maven2");
        return URI.create(address.replaceFirst("/+$", ""));
    }

    Duration readyLimit() {
        return Duration.ofSeconds(number("FIXTRAIL_READY_SECONDS", READY_SECONDS, 1, Integer.MAX_VALUE));
    }

    /** The user brings a PostgreSQL; none is started here. */
    boolean ownDatabase() {
        return text("FIXTRAIL_DB_URL").isPresent();
    }

    /** The user brings a mail server; the demo starts no sink. */
    boolean ownMailServer() {
        return text("FIXTRAIL_MAIL_HOST").isPresent();
    }

    String organisation() {
        return text("FIXTRAIL_ORGANISATION").orElse("My organisation");
    }

    String administrator() {
        return text("FIXTRAIL_ADMIN_EMAIL").orElse("admin@localhost");
    }

    String officer() {
        return text("FIXTRAIL_OFFICER_EMAIL").orElse("officer@localhost");
    }

    /** The address that users see. */
    URI publicAddress() {
        return text("FIXTRAIL_BASE_URL")
                .map(address -> URI.create(address.replaceFirst("/+$", "")))
                .orElse(localAddress());
    }

    /** How this machine reaches the server, whatever address others use. */
    URI localAddress() {
        String address = httpAddress();
        boolean everywhere = address.equals("0.0.0.0") || address.equals("::") || address.equals("*");
        String host = everywhere ? "127.0.0.1" : address;
        String scheme = usesTls() ? "https://" : "http://";
        return URI.create(scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    private int number(String name, int otherwise, int least, int most) {
        String value = text(name).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LaunchException(
                String.format(Locale.ROOT, "%s must be a number from %d to %d, not %s", name, least, most, value));
    }
}
