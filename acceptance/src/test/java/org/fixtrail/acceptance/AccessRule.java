package org.fixtrail.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixtrail.domain.access.Permission;

/**
 * A line of {@code access-rules.txt}: who may reach one route.
 *
 * @param method of the API, or PAGE, or SERVLET
 * @param path with names in braces where an id stands; of pages with the query that they need
 * @param who says whether anybody, anybody who has signed in, or holders of rights are let in
 * @param rights one of which is enough; empty unless by rights
 */
record AccessRule(String method, String path, Who who, Set<Permission> rights, String contentType, String body) {
    enum Who {
        OPEN,
        SIGNED_IN,
        BY_RIGHT
    }

    static List<AccessRule> all() throws IOException {
        try (InputStream file = requireNonNull(AccessRule.class.getResourceAsStream("/access-rules.txt"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccessRule::parse)
                    .toList();
        }
    }

    private static AccessRule parse(String line) {
        String[] parts = line.strip().split("\\s+", 5);
        if (parts.length < 3) {
            throw new AssertionError("access-rules.txt: METHOD PATH RULE, but not: " + line);
        }
        Who who = switch (parts[2]) {
            case "open" -> Who.OPEN;
            case "signed-in" -> Who.SIGNED_IN;
            default -> Who.BY_RIGHT;
        };
        Set<Permission> rights = who == Who.BY_RIGHT
                ? Arrays.stream(parts[2].split("\\|")).map(Permission::valueOf).collect(Collectors.toSet())
                : Set.of();
        return new AccessRule(
                parts[0],
                parts[1],
                who,
                rights,
                parts.length > 3 ? parts[3] : "application/json",
                parts.length > 4 ? parts[4].replace("\\r\\n", "\r\n") : "{}");
    }

    /** As {@link Routes} names it. */
    String route() {
        return method + " " + path.replaceAll("\\?.*", "");
    }

    boolean isOfApi() {
        return path.startsWith("/api/");
    }

    boolean isPage() {
        return method.equals("PAGE");
    }

    /** Whether anybody may, without signing in. */
    boolean isOpen() {
        return who == Who.OPEN;
    }

    /** Of something that belongs to an organisation, and is for nobody else; what is open is for all. */
    boolean namesAnId() {
        return path.contains("{") && !isOpen();
    }

    /** @param held null of nobody */
    boolean admits(@org.jspecify.annotations.Nullable Set<Permission> held) {
        return switch (who) {
            case OPEN -> true;
            case SIGNED_IN -> held != null;
            case BY_RIGHT -> held != null && rights.stream().anyMatch(held::contains);
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
