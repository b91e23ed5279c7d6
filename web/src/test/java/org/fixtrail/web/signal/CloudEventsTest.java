package org.fixtrail.web.signal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.fixtrail.domain.failure.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_header_is_decoded_once() throws IOException {
        CloudEvents events = binary("caf%C3%A9 %2541 1+1");

        assertThat(events.problems()).isEmpty();
        assertThat(events.signals())
                .singleElement()
                .satisfies(signal -> assertThat(signal.eventId()).isEqualTo("café %41 1+1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "a%", "%E4", "%C3%28", "\u00e4"})
    void a_header_that_is_not_percent_encoded_utf_8_is_refused(String id) throws IOException {
        CloudEvents events = binary(id);

        assertThat(events.signals()).isEmpty();
        assertThat(events.problems()).containsExactly(new FieldProblem("ce-id", "must be percent-encoded UTF-8"));
    }

    private static CloudEvents binary(String id) throws IOException {
        Map<String, String> headers =
                Map.of("ce-specversion", "1.0", "ce-id", id, "ce-source", "/tests", "ce-type", "org.example.wrong");
        return CloudEvents.read("application/json", of(headers), "{}".getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static HttpHeaders of(Map<String, String> headers) {
        return (HttpHeaders) Proxy.newProxyInstance(
                CloudEventsTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (self, method, arguments) -> headers.get((String) arguments[0]));
    }
}
