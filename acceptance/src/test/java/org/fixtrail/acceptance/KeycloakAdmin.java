package org.fixtrail.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an administrator of Keycloak does in its console.
 *
 * @param base of Keycloak
 */
record KeycloakAdmin(URI base, String password) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REALM = "/admin/realms/fixtrail";

    /** How many seconds tokens last from now on. */
    void tokensLast(int seconds) throws IOException, InterruptedException {
        api().put(REALM, Map.of("accessTokenLifespan", seconds)).expect(204);
    }

    /** Ends a person's sessions, here and at all clients. */
    void signOut(String email) throws IOException, InterruptedException {
        api().post(REALM + "/users/" + user(email) + "/logout", Map.of()).expect(204);
    }

    /** Somebody new who never signed in. */
    void add(String email, String name, String group) throws IOException, InterruptedException {
        api().post(
                        REALM + "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "emailVerified",
                                true,
                                "firstName",
                                name,
                                "enabled",
                                true,
                                "groups",
                                List.of(group)))
                .expect(201);
    }

    void enable(String email, boolean enabled) throws IOException, InterruptedException {
        api().put(REALM + "/users/" + user(email), Map.of("enabled", enabled)).expect(204);
    }

    void takeRole(String email, String role) throws IOException, InterruptedException {
        String user = user(email);
        for (JsonNode group : groupsOf(user)) {
            if (group.path("path").asText().endsWith("/" + role)) {
                api().delete(REALM + "/users/" + user + "/groups/"
                                + group.path("id").asText())
                        .expect(204);
            }
        }
    }

    /** Full paths of the groups that the person is in. */
    List<String> groups(String email) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>();
        groupsOf(user(email)).forEach(group -> paths.add(group.path("path").asText()));
        return paths;
    }

    private JsonNode groupsOf(String user) throws IOException, InterruptedException {
        return api().get(REALM + "/users/" + user + "/groups").expect(200).json();
    }

    /** A token of a client's own, as a program gets one. */
    String machineToken(String client, String secret) throws IOException, InterruptedException {
        return token(
                "fixtrail", "grant_type=client_credentials&client_id=" + client + "&client_secret=" + encoded(secret));
    }

    private String user(String email) throws IOException, InterruptedException {
        return api().get(REALM + "/users?exact=true&email=" + encoded(email))
                .expect(200)
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    private Api api() throws IOException, InterruptedException {
        String token =
                token("master", "grant_type=password&client_id=admin-cli&username=admin&password=" + encoded(password));
        return new Api(base, Map.of("Authorization", "Bearer " + token));
    }

    private String token(String realm, String form) throws IOException, InterruptedException {
        return new Api(base, Map.of())
                .post("/realms/" + realm + "/protocol/openid-connect/token", FORM, form)
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
