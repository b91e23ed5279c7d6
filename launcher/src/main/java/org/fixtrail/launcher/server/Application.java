package org.fixtrail.launcher.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.fixtrail.launcher.json.Json;

/**
 * The application that runs, as the launcher calls it over loopback.
 *
 * @param base its address, without a slash at the end
 */
public record Application(URI base) {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int CREATED = 201;

    /** The outcome of asking for the first organisation and its administrator. */
    public sealed interface FirstUse {
        /** They were made now; the password is told this once. */
        record Made(String email, String oneTimePassword, String organisationId) implements FirstUse {}

        record AlreadyDone() implements FirstUse {}
    }

    /** True if {@code GET /health/ready} answers 200. */
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/health/ready"))
                    .timeout(PROBE_LIMIT)
                    .build();
            return send(request).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Makes the first organisation with its administrator, unless they are there.
     *
     * @throws ServerException if the application refuses
     */
    public FirstUse bootstrap(String operatorKey, String organisation, String email) {
        String body = Json.write(Map.of("organisation", organisation, "email", email));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/operator/v1/bootstrap"))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("X-Operator-Key", operatorKey)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = send(request);
            return switch (answer.statusCode()) {
                case CREATED -> made(answer.body());
                case OK -> new FirstUse.AlreadyDone();
                default ->
                    throw new ServerException("the first organisation could not be made: the application answered "
                            + answer.statusCode());
            };
        } catch (IOException e) {
            throw new ServerException("the application does not answer: " + e, e);
        }
    }

    private static FirstUse made(String body) {
        try {
            if (Json.read(body) instanceof Map<?, ?> members) {
                return new FirstUse.Made(
                        text(members, "email"), text(members, "oneTimePassword"), text(members, "organisationId"));
            }
        } catch (IllegalArgumentException e) {
            throw new ServerException("the application's answer is " + e.getMessage(), e);
        }
        throw new ServerException("the application's answer is no object");
    }

    /** An answer without it is a fault of the application. */
    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new ServerException("the application's answer has no " + name);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(PROBE_LIMIT)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
