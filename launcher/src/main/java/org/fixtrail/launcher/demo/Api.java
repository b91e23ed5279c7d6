package org.fixtrail.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.fixtrail.launcher.LaunchException;
import org.fixtrail.launcher.json.Json;
import org.fixtrail.launcher.server.ServerAddress;
import org.jspecify.annotations.Nullable;

/** Calls the application as one caller. Any status but those expected ends the story with one line. */
final class Api {
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(3);
    private static final Set<Integer> SUCCESS = Set.of(200, 201, 202, 204);
    private static final String JSON = "application/json";

    private final HttpClient http;
    private final URI base;
    private final String header;
    private final String secret;

    private Api(HttpClient http, URI base, String header, String secret) {
        this.http = http;
        this.base = base;
        this.header = header;
        this.secret = secret;
    }

    /** Calls as the operator of this machine. */
    static Api asOperator(ServerAddress address, String operatorKey) {
        return new Api(address.client(), address.base(), "X-Operator-Key", operatorKey);
    }

    /** Calls as whoever a token or key belongs to. */
    Api as(String token) {
        return new Api(http, base, "Authorization", "Bearer " + token);
    }

    Answer get(String path) {
        return answer(request(path).GET(), "GET " + path, SUCCESS);
    }

    Answer post(String path, Map<String, ?> body) {
        return post(path, JSON, body, SUCCESS);
    }

    /** A call that the application must refuse with this status. */
    Answer refused(int status, String path, Map<String, ?> body) {
        return post(path, JSON, body, Set.of(status));
    }

    Answer post(String path, String contentType, Object body, Set<Integer> expected) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
        return answer(request, "POST " + path, expected);
    }

    byte[] file(String path) {
        HttpResponse<byte[]> response = send(request(path).GET(), "GET " + path);
        if (response.statusCode() != 200) {
            throw unexpected("GET " + path, response);
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header(header, secret)
                .header("Accept", JSON + ", application/problem+json, */*;q=0.1");
    }

    private Answer answer(HttpRequest.Builder request, String call, Set<Integer> expected) {
        HttpResponse<byte[]> response = send(request, call);
        if (!expected.contains(response.statusCode())) {
            throw unexpected(call, response);
        }
        return new Answer(call, response.statusCode(), object(response));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String call) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new LaunchException("the sample story stops: " + call + " has no answer (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("the sample story was interrupted at " + call, e);
        }
    }

    private static LaunchException unexpected(String call, HttpResponse<byte[]> response) {
        Map<?, ?> problem = object(response);
        Object errors = problem.get("errors");
        return new LaunchException("the sample story stops: " + call + " answered " + response.statusCode()
                + detail(problem.get("detail")) + (errors == null ? "" : " " + Json.write(errors)));
    }

    private static String detail(@Nullable Object detail) {
        return detail == null ? "" : ": " + detail;
    }

    /** Empty where the body is no JSON object; what needs a member of it says so then. */
    private static Map<?, ?> object(HttpResponse<byte[]> response) {
        try {
            Object value = Json.read(new String(response.body(), StandardCharsets.UTF_8));
            return value instanceof Map<?, ?> members ? members : Map.of();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
