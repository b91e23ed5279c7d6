package org.fixtrail.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fixtrail.launcher.LaunchException;
import org.fixtrail.launcher.server.ServerAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told when the application does not answer as the story expects; the whole story is told by acceptance. */
class DemoStoryTest {
    @TempDir
    private Path folder;

    private final List<String> printed = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void an_unexpected_status_is_told_with_call_status_detail_and_fields() {
        answer(
                422,
                "{\"detail\":\"Some fields are wrong.\",\"errors\":[{\"field\":\"zone\",\"problem\":\"unknown\"}]}");

        assertThatThrownBy(this::tell)
                .isInstanceOf(LaunchException.class)
                .hasMessage("the sample story stops: POST /operator/v1/demo-people answered 422: Some fields are wrong."
                        + " [{\"field\":\"zone\",\"problem\":\"unknown\"}]");
        assertThat(printed).isEmpty();
    }

    @Test
    void an_answer_that_is_no_json_is_told_by_its_status() {
        answer(502, "<html>");

        assertThatThrownBy(this::tell).hasMessage("the sample story stops: POST /operator/v1/demo-people answered 502");
    }

    @Test
    void a_member_that_is_missing_is_named() {
        answer(201, "{\"people\":[]}");

        assertThatThrownBy(this::tell)
                .hasMessage("the sample story stops: the answer to POST /operator/v1/demo-people has no people with"
                        + " email compliance@demo.example");
    }

    @Test
    void a_story_that_was_begun_before_is_not_told_over_it() {
        answer(409, "{\"detail\":\"There is an organisation of this name.\"}");

        assertThatThrownBy(this::tell).hasMessageContaining("was begun here and not finished");
    }

    @Test
    void no_answer_is_told_with_the_call() {
        server.stop(0);

        assertThatThrownBy(this::tell)
                .hasMessageStartingWith("the sample story stops: POST /operator/v1/demo-people has no answer");
    }

    private void tell() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        new DemoStory(Clock.systemUTC()).tell(new ServerAddress(base, null), "key", folder, printed::add);
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
