package org.fixtrail.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls the product over HTTP as one caller. Redirects are not followed.
 *
 * @param headers sent with each request, such as the token
 */
record Api(URI base, Map<String, String> headers) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String BOUNDARY = "a-boundary-that-no-file-holds";

    Api as(String token) {
        Map<String, String> more = new HashMap<>(headers);
        more.put("Authorization", "Bearer " + token);
        return new Api(base, more);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return post(path, "application/json", json(body));
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    Answer put(String path, Object body) throws IOException, InterruptedException {
        return send(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofByteArray(json(body))));
    }

    Answer post(String path, String contentType, String body) throws IOException, InterruptedException {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** With a body where one is usual. */
    Answer send(String method, String path, String contentType, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return send(
                method.equals("GET") || method.equals("DELETE")
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", contentType).method(method, BodyPublishers.ofByteArray(body)));
    }

    Answer post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Without a length in its head, as a sender does who does not know it. */
    Answer postInChunks(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));
    }

    /** Sends a file and its mapping as a form does. */
    Answer importFile(String csv, String mapping) throws IOException, InterruptedException {
        return importFile("rows.csv", csv, "mapping.yaml", mapping);
    }

    Answer importFile(String csvName, String csv, String mappingName, String mapping)
            throws IOException, InterruptedException {
        String form = part("data", csvName, csv) + part("mapping", mappingName, mapping) + "--" + BOUNDARY + "--\r\n";
        return post("/api/v1/imports", "multipart/form-data; boundary=" + BOUNDARY, form);
    }

    /** Sends a document as a form does. */
    Answer postDocument(String path, String name, String mediaType, String content)
            throws IOException, InterruptedException {
        String form = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"" + name
                + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return post(path, "multipart/form-data; boundary=" + BOUNDARY, form);
    }

    private static String part(String name, String file, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("maps and lists can always be written", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(LIMIT);
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    }
}
