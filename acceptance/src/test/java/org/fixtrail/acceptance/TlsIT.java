package org.fixtrail.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product with a key store of its own speaks TLS, well, and nothing else. */
class TlsIT {
    private static final String PASSWORD = "a password with spaces";

    private static Path folder;
    private static Product product;
    private static SSLContext trusting;

    @BeforeAll
    static void a_product_with_a_certificate() throws Exception {
        Path target = Path.of(requireNonNull(System.getProperty("fixtrail.acceptance.folder")));
        folder = Files.createTempDirectory(Files.createDirectories(target), "tls-");
        Path keys = keyStore("server.p12", "-validity", "10");
        Product.withoutStory(folder);
        int port = Product.freePort();
        product = Product.start(folder, port, settings(keys, port));
        trusting = trusting(keys);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (product != null) {
            product.stop();
        }
    }

    @Test
    void pages_and_api_are_there_by_https_with_secure_cookies_and_hsts() throws Exception {
        HttpResponse<String> page = get("https://127.0.0.1:" + product.port() + "/sign-in.xhtml");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("Secure", "HttpOnly")
                .startsWith("__Host-fixtrail_session=");
        assertThat(get("https://127.0.0.1:" + product.port() + "/api/v1/systems")
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void both_current_versions_are_spoken(String version) throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_RSA_WITH_AES_128_GCM_SHA256",
                "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"
            })
    void suites_without_forward_secrecy_or_authenticated_encryption_are_refused(String suite) throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {suite});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void plain_http_is_not_answered() {
        assertThatThrownBy(() -> get("http://127.0.0.1:" + product.port() + "/sign-in.xhtml"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_launchers_own_commands_reach_it() throws Exception {
        Product.Ended status = product.command("status");

        assertThat(status.exitCode()).as(status.printed()).isZero();
        assertThat(status.printed()).contains("https://127.0.0.1:" + product.port() + ", ready");
        assertThat(product.command("organisation", "list").exitCode()).isZero();
        assertThat(product.printed()).contains("ready at https://127.0.0.1:" + product.port());
    }

    @Test
    void no_log_holds_the_password() throws IOException {
        for (String log : List.of("server.log", "console.log")) {
            assertThat(Files.readString(product.var().resolve("log").resolve(log)))
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void what_is_wrong_with_the_key_store_is_said_in_one_line_before_anything_starts() throws Exception {
        Path good = keyStore("good.p12", "-validity", "10");
        Path expired = keyStore("expired.p12", "-startdate", "-3d", "-validity", "1");
        Path later = keyStore("later.p12", "-startdate", "+3d", "-validity", "10");
        Path text = Files.writeString(folder.resolve("text.p12"), "no key store");
        Path noPassword = folder.resolve("gone.pass");

        assertRefused(Map.of("FIXTRAIL_TLS_KEYSTORE", good + ".gone"), "there is no such file");
        assertRefused(
                Map.of("FIXTRAIL_TLS_KEYSTORE", good.toString(), "FIXTRAIL_TLS_PASSWORD", "wrong"),
                "the password is wrong");
        assertRefused(Map.of("FIXTRAIL_TLS_KEYSTORE", good.toString()), "the password is wrong");
        assertRefused(settings(expired, product.port()), "its certificate has expired");
        assertRefused(settings(later, product.port()), "its certificate is not valid yet");
        assertRefused(settings(text, product.port()), "it is no PKCS#12 file");
        assertRefused(
                Map.of("FIXTRAIL_TLS_KEYSTORE", good.toString(), "FIXTRAIL_TLS_PASSWORD_FILE", noPassword.toString()),
                "FIXTRAIL_TLS_PASSWORD_FILE cannot be read");
        Files.writeString(noPassword, PASSWORD + "\n");
        assertRefused(
                Map.of(
                        "FIXTRAIL_TLS_KEYSTORE",
                        good.toString(),
                        "FIXTRAIL_TLS_PASSWORD_FILE",
                        noPassword.toString(),
                        "FIXTRAIL_HTTPS_PORT",
                        Integer.toString(product.port())),
                "set FIXTRAIL_HTTPS_PORT");
    }

    private static void assertRefused(Map<String, String> settings, String why)
            throws IOException, InterruptedException {
        Path other = Files.createTempDirectory(folder, "refused-");
        Product.Ended ended = Product.command(other, Product.freePort(), settings, "up");

        assertThat(ended.exitCode()).as(ended.printed()).isEqualTo(1);
        // whatever had begun says that it ended
        assertThat(ended.printed().lines().filter(line -> !line.endsWith("s] stopped")))
                .singleElement()
                .asString()
                .startsWith("fixtrail: ")
                .contains(why);
        assertThat(other.resolve("var/pg/data")).doesNotExist();
    }

    private static Map<String, String> settings(Path keys, int port) {
        return Map.of(
                "FIXTRAIL_TLS_KEYSTORE",
                keys.toString(),
                "FIXTRAIL_TLS_PASSWORD",
                PASSWORD,
                "FIXTRAIL_HTTPS_PORT",
                Integer.toString(port));
    }

    /** As an administrator makes one for a trial. */
    private static Path keyStore(String name, String... options) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "web",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    private static SSLContext trusting(Path keys) throws Exception {
        KeyStore mine = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            mine.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("web", mine.getCertificate("web"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static SSLSocket socket() throws IOException {
        return (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", product.port());
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting)
                .build();
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
