package org.fixtrail.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.fixtrail.launcher.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the application reads through MicroProfile Config, given to it as system properties.
 *
 * <p>System properties hide environment variables there, so what the user has set in the environment is put in place of
 * the launcher's own value.
 */
final class ApplicationSettings {
    private static final List<String> OF_OWN_DATABASE =
            List.of("fixtrail.db.user", "fixtrail.db.password", "fixtrail.db.owner.user", "fixtrail.db.owner.password");

    private final Settings settings;
    private final Map<String, String> values = new TreeMap<>();

    private ApplicationSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * The properties by name.
     *
     * @param databaseUrl of the embedded PostgreSQL, null if the user brings one
     * @param sinkPort of the demo's mail sink, null if there is none
     * @param issuer of the Keycloak that is started here, null if none is
     * @param demo whether the sample story may be told, and evidence packs say that they are a demonstration
     */
    static Map<String, String> of(
            Settings settings,
            Secrets secrets,
            @Nullable String databaseUrl,
            @Nullable Integer sinkPort,
            @Nullable URI issuer,
            boolean demo) {
        ApplicationSettings made = new ApplicationSettings(settings);
        made.database(secrets, databaseUrl);
        made.mail(sinkPort);
        made.keycloak(secrets, issuer);
        Path keys = settings.home().keys();
        made.put("fixtrail.keys.dir", keys.toString());
        made.put("fixtrail.keys.password", secrets.keysPassword());
        made.put("fixtrail.base-url", settings.localAddress().toString());
        made.put("fixtrail.operator.key", secrets.operatorKey());
        made.put("fixtrail.secret-key", secrets.secretKey());
        made.values.put("fixtrail.demo", Boolean.toString(demo));
        return made.values;
    }

    /** The variable that MicroProfile Config reads for a property, as in {@code FIXTRAIL_DB_URL}. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Says which variables are missing beside {@code FIXTRAIL_DB_URL}. */
    static void requireComplete(Settings settings) {
        List<String> missing = OF_OWN_DATABASE.stream()
                .map(ApplicationSettings::variable)
                .filter(name -> settings.text(name).isEmpty())
                .toList();
        if (settings.ownDatabase() && !missing.isEmpty()) {
            throw new LaunchException("FIXTRAIL_DB_URL is set: set also " + String.join(", ", missing));
        }
    }

    private void database(Secrets secrets, @Nullable String url) {
        if (url == null) {
            put("fixtrail.db.url", "");
            OF_OWN_DATABASE.forEach(name -> put(name, ""));
            return;
        }
        // not from the environment: these are the logins of the embedded PostgreSQL and of no other
        values.put("fixtrail.db.url", url);
        values.put("fixtrail.db.user", Database.APP);
        values.put("fixtrail.db.password", secrets.database().app());
        values.put("fixtrail.db.owner.user", Database.OWNER);
        values.put("fixtrail.db.owner.password", secrets.database().owner());
    }

    private void mail(@Nullable Integer sinkPort) {
        put("fixtrail.mail.from", "fixtrail@localhost");
        if (sinkPort != null) {
            values.put("fixtrail.mail.host", "127.0.0.1");
            values.put("fixtrail.mail.port", sinkPort.toString());
        } else if (settings.ownMailServer()) {
            put("fixtrail.mail.host", "");
            put("fixtrail.mail.port", "25");
        }
    }

    /** Not from the environment: this Keycloak knows these and no others. */
    private void keycloak(Secrets secrets, @Nullable URI issuer) {
        if (issuer != null) {
            values.put("fixtrail.auth", "oidc");
            values.put("fixtrail.oidc.issuer", issuer.toString());
            values.put("fixtrail.oidc.client-id", "fixtrail");
            values.put("fixtrail.oidc.client-secret", secrets.keycloak().client());
        }
    }

    private void put(String property, String value) {
        values.put(property, settings.text(variable(property)).orElse(value));
    }
}
