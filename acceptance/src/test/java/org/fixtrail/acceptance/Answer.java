package org.fixtrail.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the product answered to a request. */
record Answer(int status, HttpHeaders headers, byte[] bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM_TYPE = "urn:fixtrail:problem:";

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** Empty where the answer has none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    String contentType() {
        return header("Content-Type");
    }

    String location() {
        return header("Location");
    }

    /** Fails, with what was answered, if the status is another. */
    Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " but was " + this);
        }
        return this;
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + this, e);
        } catch (java.io.IOException e) {
            throw new AssertionError("cannot be read: " + this, e);
        }
    }

    List<JsonNode> items() {
        return list(json().path("items"));
    }

    /** Name of the rule that a problem document gives as its type, such as {@code in-order}. */
    String rule() {
        String type = json().path("type").asText();
        return type.startsWith(PROBLEM_TYPE) ? type.substring(PROBLEM_TYPE.length()) : type;
    }

    /** The fields that a problem document names. */
    List<String> fields() {
        return list(json().path("errors")).stream()
                .map(error -> error.path("field").asText())
                .toList();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @Override
    public String toString() {
        return status + " " + contentType() + " " + text();
    }
}
