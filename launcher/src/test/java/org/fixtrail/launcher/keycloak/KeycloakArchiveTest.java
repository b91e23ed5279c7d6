package org.fixtrail.launcher.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakArchiveTest {
    private static final byte[] CONTENT = "the whole of Keycloak".getBytes(StandardCharsets.UTF_8);
    private static final String WRONG = "0".repeat(64);

    @TempDir
    private Path store;

    private final List<String> ranges = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/maven2/a/k.zip", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range);
        int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        byte[] rest = Arrays.copyOfRange(CONTENT, from, CONTENT.length);
        exchange.sendResponseHeaders(from == 0 ? 200 : 206, rest.length);
        exchange.getResponseBody().write(rest);
        exchange.close();
    }

    private KeycloakArchive archive(String sha256) {
        URI repository = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/maven2");
        return new KeycloakArchive(repository, store, "a/k.zip", sha256);
    }

    private static String rightHash() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    }

    @Test
    void it_is_fetched_once() throws Exception {
        Path file = archive(rightHash()).get(line -> {});
        archive(rightHash()).get(line -> {});

        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(ranges).containsExactly("bytes=0-");
    }

    @Test
    void a_fetch_that_was_cut_off_goes_on_where_it_stopped() throws Exception {
        Files.createDirectories(store.resolve("a"));
        Files.write(store.resolve("a/k.zip.part"), Arrays.copyOf(CONTENT, 5));

        assertThat(archive(rightHash()).get(line -> {})).hasBinaryContent(CONTENT);
        assertThat(ranges).containsExactly("bytes=5-");
        assertThat(store.resolve("a/k.zip.part")).doesNotExist();
    }

    @Test
    void another_file_is_deleted_and_refused() {
        KeycloakArchive archive = archive(WRONG);

        assertThatThrownBy(() -> archive.get(line -> {})).hasMessageContaining("is another file");
        assertThat(store.resolve("a")).isEmptyDirectory();
    }

    @Test
    void a_source_that_is_down_is_named_with_what_to_do() {
        KeycloakArchive archive = archive(WRONG);
        server.stop(0);

        assertThatThrownBy(() -> archive.get(line -> {}))
                .isInstanceOf(KeycloakException.class)
                .hasMessageContaining("FIXTRAIL_MAVEN_REPOSITORY")
                .hasMessageNotContaining("\n");
    }
}
