package org.fixtrail.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Millions of rows take their time. */
    private static final Duration DELETION_LIMIT = Duration.ofHours(12);

    private static final int LONGEST_PROBLEM = 65_536;
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

    /** @param step {@code close} or {@code reopen} */
    public void step(String step, String organisation, String reason) {
        call(ORGANISATIONS + step, Map.of("organisation", organisation, "reason", reason))
                .expect(OK, "the organisation could not be changed");
    }

    /** @param exportSha256 of the export at hand, in hexadecimal */
    public void delete(String organisation, String exportSha256) {
        Map<String, String> body = Map.of("organisation", organisation, "exportSha256", exportSha256);
        call(request(ORGANISATIONS + "delete", body, DELETION_LIMIT)).expect(OK, "the organisation is not deleted");
    }

    /**
     * Writes all that an organisation has to a file, as a zip.
     *
     * @param file is overwritten; half a file if this fails
     */
    public void export(String organisation, Path file) {
        HttpRequest request = request(ORGANISATIONS + "export", Map.of("organisation", organisation), ANSWER_LIMIT);
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK) {
                    String problem = new String(body.readNBytes(LONGEST_PROBLEM), StandardCharsets.UTF_8);
                    new Answer(response.statusCode(), members(problem)).expect(OK, "the organisation is not exported");
                }
                try (OutputStream out = Files.newOutputStream(file)) {
                    // not Files.copy, which would make the file anew, with other rights
                    body.transferTo(out);
                }
            }
        } catch (IOException e) {
            throw new RefusedException("the export broke off, and counts for nothing: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while the organisation was exported", e);
        }
    }

    /** @param factorRemoved whether a second factor was on, and is no more */
    public record NewPassword(String email, String oneTimePassword, boolean factorRemoved) {}

    /** @param withoutFactor whether to remove the account's second factor, too */
    public NewPassword newPassword(String email, boolean withoutFactor) {
        Map<?, ?> given = call(
                        "/operator/v1/accounts/new-password",
                        Map.of("email", email, "withoutSecondFactor", withoutFactor))
                .expect(OK, "the password is not replaced");
        return new NewPassword(
                text(given, "email"),
                text(given, "oneTimePassword"),
                Boolean.TRUE.equals(given.get("secondFactorRemoved")));
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
        return call(request(path, body, ANSWER_LIMIT));
    }

    private Answer call(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), members(response.body()));
        } catch (IOException e) {
            throw new ServerException("the application does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while the application was asked", e);
        }
    }

    private HttpRequest request(String path, Map<String, ?> body, Duration limit) {
        return HttpRequest.newBuilder(address.base().resolve(path))
                .timeout(limit)
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
