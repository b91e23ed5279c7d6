package org.fixtrail.launcher.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtrail.launcher.json.Json;

/**
 * The realm that Keycloak imports when it starts for the first time.
 *
 * @param application the address of Fixtrail that browsers know, without a slash at the end
 * @param organisation name of the first organisation
 * @param smtp settings of a mail server as Keycloak names them; empty without one
 */
public record Realm(
        URI application,
        String organisation,
        List<FirstPerson> people,
        KeycloakSecrets secrets,
        Map<String, String> smtp) {
    /** Its name, and that of the application's client in it. */
    static final String NAME = "fixtrail";

    private static final String TEMPLATE = "realm.json";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Z_]+)}}");

    public Realm {
        people = List.copyOf(people);
        smtp = Map.copyOf(smtp);
        if (organisation.contains("/")) {
            throw new KeycloakException("the organisation's name is a group in Keycloak and cannot hold a slash: "
                    + organisation + " (FIXTRAIL_ORGANISATION)");
        }
    }

    /** The template with its places filled; texts are escaped. */
    String json() {
        Map<String, String> values = Map.of(
                "APPLICATION", inText(application.toString()),
                "ORGANISATION", inText(organisation),
                "CLIENT_SECRET", inText(secrets.client()),
                "MACHINE_SECRET", inText(secrets.machine()),
                "SMTP", Json.write(smtp),
                "PEOPLE", users());
        return PLACE.matcher(template())
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private String users() {
        List<String> users = new ArrayList<>();
        for (FirstPerson person : people) {
            Map<String, Object> user = new LinkedHashMap<>();
            user.put("username", person.email());
            user.put("email", person.email());
            user.put("emailVerified", true);
            user.put("enabled", true);
            user.put("firstName", "First");
            user.put("lastName", person.role().toLowerCase(Locale.ROOT).replace('_', ' '));
            // that the password is temporary is not enough in an import
            user.put("requiredActions", List.of("UPDATE_PASSWORD"));
            user.put("groups", List.of("/fixtrail/" + organisation + "/" + person.role()));
            user.put(
                    "credentials",
                    List.of(Map.of("type", "password", "value", person.oneTimePassword(), "temporary", true)));
            users.add(",\n    " + Json.write(user));
        }
        return String.join("", users);
    }

    private static String inText(String value) {
        String quoted = Json.write(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String template() {
        try (InputStream in = Realm.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + TEMPLATE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be read: " + TEMPLATE, e);
        }
    }
}
