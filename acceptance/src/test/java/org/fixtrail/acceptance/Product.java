package org.fixtrail.acceptance;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The product as a user starts it: by {@code ./fixtrail demo} in a process of its own, on free ports, with a folder of its
 * own under {@code target}.
 *
 * @param settings what is set beside the usual
 * @param process the launcher, which holds the server too
 * @param out what it prints
 */
record Product(Path folder, int port, Map<String, String> settings, Process process, Path out) {
    private static final Duration START = Duration.ofMinutes(4);

    /** Keycloak is unpacked and built at the first start. */
    private static final Duration KEYCLOAK_START = Duration.ofMinutes(10);

    private static final int STOP_SECONDS = 120;

    /** Starts in a new folder; the name tells the folders of a test run apart. */
    static Product startNew(String name) throws Exception {
        Path target = Path.of(requireNonNull(System.getProperty("fixtrail.acceptance.folder")));
        return start(Files.createTempDirectory(Files.createDirectories(target), name + "-"), freePort());
    }

    /** Starts in a folder as it is. */
    static Product start(Path folder, int port) throws Exception {
        return start(folder, port, Map.of());
    }

    /** Starts in a folder as it is, with settings of its own. */
    static Product start(Path folder, int port, Map<String, String> settings) throws Exception {
        Path out = Files.createTempFile(folder, "demo-", ".out");
        Product product = new Product(folder, port, settings, script(folder, port, settings, out, "demo"), out);
        product.awaitStart(START);
        return product;
    }

    /** Empty, with a Keycloak of its own where people sign in. */
    static Product startWithKeycloak(String name, int keycloakPort) throws Exception {
        Path target = Path.of(requireNonNull(System.getProperty("fixtrail.acceptance.folder")));
        Path folder = Files.createTempDirectory(Files.createDirectories(target), name + "-");
        int port = freePort();
        Path out = Files.createTempFile(folder, "up-", ".out");
        Map<String, String> settings =
                Map.of("FIXTRAIL_KEYCLOAK_PORT", Integer.toString(keycloakPort), "FIXTRAIL_OIDC_FOLLOW_MINUTES", "0");
        Product product =
                new Product(folder, port, settings, script(folder, port, settings, out, "up", "--keycloak"), out);
        product.awaitStart(KEYCLOAK_START);
        return product;
    }

    private void awaitStart(Duration limit) throws Exception {
        try {
            Await.until("a started product", limit, this::started);
        } catch (AssertionError e) {
            stop();
            throw new AssertionError(e.getMessage() + ", printed was:\n" + printed(), e);
        }
    }

    private Optional<Boolean> started() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("ended with " + process.exitValue());
        }
        return printed().contains("Stop with Ctrl-C") ? Optional.of(true) : Optional.empty();
    }

    /** The next start on this folder finds the story told, and leaves the database to the test alone. */
    static void withoutStory(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("var"));
        Files.writeString(folder.resolve("var/story-told"), "");
    }

    void stop() throws IOException, InterruptedException {
        Process stop = script(folder, port, Map.of(), Files.createTempFile(folder, "stop-", ".out"), "stop");
        if (!stop.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            stop.destroyForcibly();
        }
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not stop: " + printed());
        }
    }

    /** A command of {@code ./fixtrail} that came to its end, with all that it printed. */
    record Ended(int exitCode, String printed) {}

    /** Calls {@code ./fixtrail} with arguments, beside the one that runs. */
    Ended command(String... arguments) throws IOException, InterruptedException {
        return command(folder, port, settings, arguments);
    }

    /** Calls {@code ./fixtrail} with arguments, whether or not one runs on the folder. */
    static Ended command(Path folder, int port, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "command-", ".out");
        Process command = script(folder, port, settings, printed, arguments);
        if (!command.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            command.destroyForcibly();
            throw new AssertionError("still runs: " + Files.readString(printed));
        }
        return new Ended(command.exitValue(), Files.readString(printed));
    }

    /** The launcher and the server in it get no chance to end anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String printed() throws IOException {
        return Files.readString(out);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Calls as nobody. */
    Api api() {
        return new Api(base(), Map.of());
    }

    /** Calls as nobody, by a proxy, from an address of its own: what others have asked is not held against it. */
    Api apiFromElsewhere() {
        return new Api(
                base(),
                Map.of(
                        "X-Forwarded-For",
                        "203.0.113." + ThreadLocalRandom.current().nextInt(100, 255)));
    }

    Api operator() throws IOException {
        return new Api(
                base(), Map.of("X-Operator-Key", read("secrets.properties").getProperty("operator.key", "")));
    }

    /** One of the passwords of the installation. */
    String secret(String name) throws IOException {
        return requireNonNull(read("secrets.properties").getProperty(name), name);
    }

    /** A number that the launcher tells of itself, such as {@code smtp.port}. */
    int told(String name) throws IOException {
        return Integer.parseInt(read("run/launcher.properties").getProperty(name, "0"));
    }

    Path var() {
        return folder.resolve("var");
    }

    private Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(var().resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Process script(Path folder, int port, Map<String, String> settings, Path out, String... arguments)
            throws IOException {
        Path root = Path.of(requireNonNull(System.getProperty("fixtrail.acceptance.root")));
        ProcessBuilder builder = new ProcessBuilder(root.resolve("fixtrail").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("FIXTRAIL_"));
        builder.environment().put("FIXTRAIL_VAR", folder.resolve("var").toString());
        builder.environment()
                .put("FIXTRAIL_WAR", root.resolve("web/target/fixtrail.war").toString());
        builder.environment().put("FIXTRAIL_HTTP_PORT", Integer.toString(port));
        builder.environment().put("FIXTRAIL_READY_SECONDS", Long.toString(START.toSeconds()));
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
