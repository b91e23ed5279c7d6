package org.fixtrail.launcher.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fixtrail.launcher.json.Json;
import org.jspecify.annotations.Nullable;

/** The operator's end points of the application that runs, which only this machine with the operator's key may call. */
public final class Operator {
    private static final String ORGANISATIONS = "/operator/v1/organisations/";
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final ServerAddress address;
    private final String key;
    private final HttpClient http;

    public Operator(ServerAddress address, String key) {
        this.address = address;
        this.key = key;
        this.http = address.client();
    }

    /**
     * An organisation that is to be made.
     *
     * @param administrator address of the first administrator
     * @param officer address of the first compliance officer
     * @param zone as in {@code Europe/Madrid}
     */
    public record Wanted(String name, String administrator, String officer, String zone) {
        Map<String, String> json() {
            return Map.of("organisation", name, "administrator", administrator, "officer", officer, "zone", zone);
        }
    }

    /** @param oneTimePassword told this once; empty if the account existed before, and keeps its password */
    public record FirstSignIn(String role, String email, Optional<String> oneTimePassword) {}

    /** The first sign-ins of the first organisation; empty if there is one already. */
    public Optional<List<FirstSignIn>> bootstrap(Wanted wanted) {
        Answer answer = call("/operator/v1/bootstrap", wanted.json());
        if (answer.status() == OK) {
            return Optional.empty();
        }
        return Optional.of(signIns(answer.expect(CREATED, "the first organisation could not be made")));
    }

    public List<FirstSignIn> create(Wanted wanted) {
        return signIns(
                call(ORGANISATIONS + "create", wanted.json()).expect(CREATED, "the organisation could not be made"));
    }

    /** What the application knows of organisations, in {@code organisations} and {@code deleted}. */
    public Map<?, ?> list() {
        return call(ORGANISATIONS + "list", Map.of()).expect(OK, "the organisations could not be listed");
    }

    private static List<FirstSignIn> signIns(Map<?, ?> made) {
        List<FirstSignIn> signIns = new ArrayList<>();
        for (Map<?, ?> person : objects(made.get("people"))) {
            signIns.add(new FirstSignIn(
                    text(person, "role"),
                    text(person, "email"),
                    Optional.ofNullable(person.get("oneTimePassword")).map(Object::toString)));
        }
        return signIns;
    }

    /** The objects of a list; empty where it is none. */
    public static List<Map<?, ?>> objects(@Nullable Object list) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (list instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    /** An answer without it is a fault of the application. */
    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new ServerException("the application's answer has no " + name);
    }

    private record Answer(int status, Map<?, ?> members) {
        Map<?, ?> expect(int wanted, String failed) {
            if (status != wanted) {
                throw new RefusedException(failed + ": " + reason());
            }
            return members;
        }

        /** What a problem document says, with the fields that are wrong. */
        private String reason() {
            StringBuilder reason = new StringBuilder();
            for (Map<?, ?> error : objects(members.get("errors"))) {
                reason.append(reason.isEmpty() ? "" : "; ")
                        .append(error.get("field"))
                        .append(' ')
                        .append(error.get("problem"));
            }
            if (reason.isEmpty() && members.get("detail") instanceof String detail) {
                reason.append(detail);
            }
            return reason.isEmpty() ? "the application answered " + status : reason.toString();
        }
    }

    private Answer call(String path, Map<String, ?> body) {
        try {
            HttpResponse<String> response = http.send(request(path, body), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), members(response.body()));
        } catch (IOException e) {
            throw new ServerException("the application does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while the application was asked", e);
        }
    }

    private HttpRequest request(String path, Map<String, ?> body) {
        return HttpRequest.newBuilder(address.base().resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-Operator-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
    }

    private static Map<?, ?> members(String body) {
        try {
            return Json.read(body) instanceof Map<?, ?> members ? members : Map.of();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
