package org.fixtrail.services.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.fixtrail.services.notification.SendAnswer;
import org.fixtrail.services.notification.TrustedCertificates;
import org.fixtrail.services.tls.TestCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTPS server, and against sockets that misbehave. */
class WebhookSenderTest {
    private static final Instant NOW = Instant.parse("2026-03-06T12:00:01Z");
    private static final Duration READ = Duration.ofMillis(700);
    private static final Duration WHOLE = Duration.ofSeconds(2);
    private static final String BODY = "{\"type\":\"target.breached\",\"data\":{\"failureTitle\":\"Größe 😀\"}}";
    private static final WebhookSecret NEW = WebhookSecret.random();
    private static final WebhookSecret OLD = WebhookSecret.random();

    @TempDir
    static Path folder;

    private static TestCertificate ours;
    private static TestCertificate elsewheres;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<HttpExchange> exchanges = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 204;
    private byte[] answer = {};

    @BeforeAll
    static void certificates() throws Exception {
        ours = TestCertificate.of(Files.createDirectory(folder.resolve("ours")), "dns:localhost");
        elsewheres = TestCertificate.of(Files.createDirectory(folder.resolve("elsewheres")), "dns:hooks.example.org");
    }

    @BeforeEach
    void start() throws IOException {
        server = serve(ours);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void a_message_arrives_signed_by_both_secrets_and_can_be_verified() throws Exception {
        answer = "thanks".getBytes(UTF_8);
        status = 200;

        assertThat(send("https://localhost")).isEqualTo(new SendAnswer.Taken("200 OK thanks"));

        HttpExchange exchange = exchanges.get(0);
        assertThat(exchange.getRequestMethod()).isEqualTo("POST");
        assertThat(exchange.getRequestURI()).hasToString("/hook?x=1");
        assertThat(bodies).containsExactly(BODY);
        assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).startsWith("application/json");
        assertThat(exchange.getRequestHeaders().getFirst("webhook-id")).isEqualTo("msg_1");
        assertThat(exchange.getRequestHeaders().getFirst("webhook-timestamp"))
                .isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(exchange.getRequestHeaders().getFirst("webhook-signature").split(" "))
                .containsExactly(NEW.sign("msg_1", NOW, BODY), OLD.sign("msg_1", NOW, BODY));
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        status = 302;

        assertThat(send("https://localhost"))
                .isInstanceOfSatisfying(
                        SendAnswer.Refused.class,
                        refused -> assertThat(refused.permanent()).isFalse());
        assertThat(exchanges).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 503})
    void a_refusal_is_for_now_and_keeps_what_was_said(int refusal) throws Exception {
        status = refusal;
        answer = "no\r\nnot today".getBytes(UTF_8);

        assertThat(send("https://localhost")).isInstanceOfSatisfying(SendAnswer.Refused.class, refused -> {
            assertThat(refused.permanent()).isFalse();
            assertThat(refused.reply()).startsWith(refusal + " ").endsWith(" no not today");
        });
        assertThat(exchanges).as("no try of the library's own").hasSize(1);
    }

    @Test
    void gone_is_for_good() throws Exception {
        status = 410;

        assertThat(send("https://localhost")).isEqualTo(new SendAnswer.Refused(true, "410 Gone"));
    }

    @Test
    void of_a_long_answer_the_first_bytes_are_read() throws Exception {
        status = 500;
        answer = "x".repeat(5_000_000).getBytes(UTF_8);

        assertThat(send("https://localhost"))
                .isInstanceOfSatisfying(
                        SendAnswer.Refused.class,
                        refused ->
                                assertThat(refused.reply()).hasSizeLessThan(500).contains("xxx"));
    }

    @Test
    void an_untrusted_certificate_is_refused_before_anything_is_said() throws Exception {
        try (Sending sending = new Sending(allowed(), SSLContexts.createDefault())) {
            assertThat(sending.send("https://localhost:" + port()))
                    .isInstanceOfSatisfying(
                            SendAnswer.NotReached.class,
                            away -> assertThat(away.reason()).contains("certification path"));
        }
        assertThat(exchanges).isEmpty();
    }

    @Test
    void a_trusted_certificate_of_another_name_is_refused() throws Exception {
        HttpServer other = serve(elsewheres);
        try (Sending sending = new Sending(allowed(), TrustedCertificates.only(elsewheres.pem()))) {
            assertThat(sending.send("https://localhost:" + other.getAddress().getPort()))
                    .isInstanceOf(SendAnswer.NotReached.class);
        } finally {
            other.stop(0);
        }
        assertThat(exchanges).isEmpty();
    }

    /** The name was public when the endpoint was added; it is looked up and checked anew where the connection is made. */
    @Test
    void a_name_that_leads_into_a_private_network_is_not_connected_to() throws Exception {
        try (Sending sending = new Sending(new WebhookAddresses("refuse", "allow"), trusted())) {
            for (String host :
                    List.of("https://localhost:", "https://127.0.0.1:", "http://[::1]:", "http://2130706433:")) {
                assertThat(sending.send(host + port()))
                        .isInstanceOfSatisfying(
                                SendAnswer.NotReached.class,
                                away -> assertThat(away.reason()).contains("no public address"));
            }
        }
        assertThat(exchanges).isEmpty();
    }

    @Test
    void the_address_that_was_checked_is_the_one_that_is_called() throws Exception {
        WebhookAddresses rebinding = new WebhookAddresses("allow", "refuse") {
            private int asked;

            @Override
            public InetAddress[] resolve(String host) {
                asked++;
                assertThat(asked).as("looked up once").isOne();
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }
        };
        try (Sending sending = new Sending(rebinding, TrustedCertificates.only(elsewheres.pem()))) {
            HttpServer other = serve(elsewheres);
            assertThat(sending.send(
                            "https://hooks.example.org:" + other.getAddress().getPort()))
                    .isInstanceOf(SendAnswer.Taken.class);
            other.stop(0);
        }
    }

    @Test
    void a_server_that_is_away_is_not_reached() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (Sending sending = new Sending(allowed(), trusted())) {
            assertThat(sending.send("http://127.0.0.1:" + free)).isInstanceOf(SendAnswer.NotReached.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "drip", "hang up", "endless header"})
    void without_an_answer_it_may_be_out_and_no_server_holds_us(String behaviour) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Sending sending = new Sending(allowed(), trusted())) {
            Thread thread = new Thread(() -> misbehave(socket, behaviour), "misbehaving");
            thread.setDaemon(true);
            thread.start();
            long began = System.nanoTime();

            assertThat(sending.send("http://127.0.0.1:" + socket.getLocalPort()))
                    .isInstanceOfSatisfying(SendAnswer.Broken.class, broken -> {
                        assertThat(broken.mayBeOut()).isTrue();
                        assertThat(broken.reason()).isNotBlank();
                    });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_server_that_never_answers_the_greeting_of_tls_gets_nothing_and_does_not_hold_us() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Sending sending = new Sending(allowed(), trusted())) {
            long began = System.nanoTime();

            SendAnswer silent = sending.send("https://localhost:" + socket.getLocalPort());

            assertThat(silent)
                    .matches(given -> given instanceof SendAnswer.NotReached
                            || given instanceof SendAnswer.Broken broken && !broken.mayBeOut());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private void misbehave(ServerSocket socket, String behaviour) {
        try (Socket client = socket.accept()) {
            client.getInputStream().readNBytes(100);
            OutputStream out = client.getOutputStream();
            if (behaviour.equals("drip")) {
                out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            }
            while (behaviour.equals("drip") && !over.await(100, TimeUnit.MILLISECONDS)) {
                out.write("X: x\r\n".getBytes(UTF_8));
                out.flush();
            }
            while (behaviour.equals("endless header")) {
                out.write("x".repeat(10_000).getBytes(UTF_8));
            }
            if (behaviour.equals("silent")) {
                over.await();
            }
        } catch (IOException | InterruptedException e) {
            over.countDown();
        }
    }

    private SendAnswer send(String base) throws Exception {
        try (Sending sending = new Sending(allowed(), trusted())) {
            return sending.send(base + ":" + port());
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static WebhookAddresses allowed() {
        return new WebhookAddresses("allow", "allow");
    }

    private static SSLContext trusted() throws IOException {
        return TrustedCertificates.only(ours.pem());
    }

    private HttpServer serve(TestCertificate certificate) throws IOException {
        HttpsServer made = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        made.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
        made.createContext("/", this::handle);
        made.start();
        return made;
    }

    private void handle(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        exchanges.add(exchange);
        exchange.getResponseHeaders().set("Location", "https://localhost:" + port() + "/elsewhere");
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    /** A sender that is closed in the end. */
    private static final class Sending implements AutoCloseable {
        private final WebhookSender sender;

        Sending(WebhookAddresses addresses, SSLContext tls) {
            sender = new WebhookSender(addresses, Clock.fixed(NOW, ZoneOffset.UTC), tls, READ, WHOLE);
        }

        SendAnswer send(String base) {
            return sender.send(new WebhookPost(
                    UUID.randomUUID(),
                    1,
                    UUID.randomUUID(),
                    URI.create(base + "/hook?x=1"),
                    "msg_1",
                    BODY,
                    List.of(NEW, OLD),
                    null));
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    @Test
    void a_file_that_is_no_certificate_stops_the_start() {
        assertThat(catchThrowable(() -> new WebhookSender(allowed(), Clock.systemUTC(), Optional.of("gone.pem"))))
                .isInstanceOf(IOException.class);
    }
}
