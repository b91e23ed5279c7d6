package org.fixtrail.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.fixtrail.launcher.keycloak.KeycloakSecrets;
import org.fixtrail.launcher.postgres.DatabasePasswords;

/**
 * The passwords of one installation: random, made once, kept in {@code var/secrets.properties}, never logged.
 *
 * @param database the logins of the embedded PostgreSQL
 * @param keysPassword the pass phrase of the PKCS#12 files
 * @param operatorKey lets the launcher call the application's operator end points
 * @param secretKey encrypts the few secrets that the application must read again, such as those of second factors
 * @param keycloak of the embedded Keycloak, whether it is used or not
 */
record Secrets(
        DatabasePasswords database,
        String keysPassword,
        String operatorKey,
        String secretKey,
        KeycloakSecrets keycloak) {
    private static final String COMMENT =
            "Passwords of this installation. Keep them with the data: neither is of use alone.";

    /** Reads the file; what is missing in it is made and written down before it is used. */
    static Secrets loadOrCreate(Path file) {
        try {
            Map<String, String> values = PrivateFile.read(file);
            int before = values.size();
            Secrets secrets = new Secrets(
                    new DatabasePasswords(
                            secret(values, "database.superuser.password"),
                            secret(values, "database.owner.password"),
                            secret(values, "database.app.password")),
                    secret(values, "keys.password"),
                    secret(values, "operator.key"),
                    secret(values, "secret.key"),
                    new KeycloakSecrets(
                            secret(values, "keycloak.admin.password"),
                            secret(values, "keycloak.client.secret"),
                            secret(values, "keycloak.machine.secret")));
            if (values.size() > before) {
                PrivateFile.write(file, values, COMMENT);
            }
            return secrets;
        } catch (IOException e) {
            throw new LaunchException("cannot read or write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String secret(Map<String, String> values, String name) {
        return values.computeIfAbsent(name, missing -> DatabasePasswords.randomPassword());
    }

    /** Without the secrets, so that none reaches a log. */
    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
