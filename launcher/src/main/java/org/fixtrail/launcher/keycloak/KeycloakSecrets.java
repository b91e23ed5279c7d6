package org.fixtrail.launcher.keycloak;

/**
 * What signs in at Keycloak beside people.
 *
 * @param admin password of {@code admin} of Keycloak's own console
 * @param client secret of the application
 * @param machine secret of the example machine
 */
public record KeycloakSecrets(String admin, String client, String machine) {
    /** Without the secrets, so that none reaches a log. */
    @Override
    public String toString() {
        return "KeycloakSecrets[hidden]";
    }
}
