package org.fixtrail.ear;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One domain of an unpacked Payara Server, on free ports of the loopback address. */
final class PayaraServer implements AutoCloseable {
    private static final String DOMAIN = "domain1";
    private static final int LIMIT_MINUTES = 5;

    private final Path home;
    private final Path output;
    private final Map<String, String> settings;
    private final int adminPort;
    private final int httpPort;

    private PayaraServer(Path home, Map<String, String> settings, int adminPort, int httpPort) {
        this.home = home;
        this.output = home.resolveSibling("asadmin.log");
        this.settings = settings;
        this.adminPort = adminPort;
        this.httpPort = httpPort;
    }

    /**
     * Starts the domain.
     *
     * @param home the unpacked server
     * @param settings environment of the server, where applications find their settings
     */
    static PayaraServer start(Path home, Map<String, String> settings) throws IOException {
        List<Integer> ports = freePorts();
        PayaraServer server = new PayaraServer(home, settings, ports.get(0), ports.get(1));
        Path configuration = server.domain().resolve("config/domain.xml");
        Path original = configuration.resolveSibling("domain-as-unpacked.xml");
        if (Files.notExists(original)) {
            Files.copy(configuration, original);
        }
        Files.writeString(configuration, server.onLoopback(Files.readString(original)));
        try {
            server.asadmin("start-domain", DOMAIN);
            server.switchOffOwnProbes();
            server.asadmin("restart-domain", DOMAIN);
        } catch (IOException | IllegalStateException e) {
            server.close();
            throw e;
        }
        return server;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    void deploy(Path application, String name) throws IOException {
        asadmin("deploy", "--name", name, application.toString());
    }

    void undeploy(String name) throws IOException {
        asadmin("undeploy", name);
    }

    @Override
    public void close() throws IOException {
        asadmin("stop-domain", "--kill=true", DOMAIN);
    }

    private Path domain() {
        return home.resolve("glassfish/domains").resolve(DOMAIN);
    }

    /** HTTP and administration on their ports, everything else off. */
    private String onLoopback(String xml) {
        return xml.replace("<network-listener port=\"8080\"", listener(httpPort))
                .replace("<network-listener port=\"4848\"", listener(adminPort))
                .replace("<network-listener port=\"8181\"", "<network-listener enabled=\"false\" port=\"8181\"")
                .replace("<iiop-listener ", "<iiop-listener enabled=\"false\" ")
                .replace("<jmx-connector ", "<jmx-connector enabled=\"false\" ")
                .replace(
                        "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">")
                .replace("<jvm-options>-Xmx512m</jvm-options>", "<jvm-options>-Xmx1g</jvm-options>");
    }

    private static String listener(int port) {
        return "<network-listener address=\"127.0.0.1\" port=\"" + port + "\"";
    }

    /** As the guide for administrators says. */
    private void switchOffOwnProbes() throws IOException {
        for (String probe : List.of("microprofile-healthcheck", "metrics")) {
            asadmin("set-" + probe + "-configuration", "--enabled=false");
        }
    }

    private void asadmin(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                home.resolve("glassfish/lib/client/appserver-cli.jar").toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(adminPort),
                "--interactive=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        // to a file and not to a pipe, which the server would inherit and hold open
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        if (!ended(process)) {
            process.destroyForcibly();
            throw new IllegalStateException(arguments[0] + " hangs: " + Files.readString(output));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(arguments[0] + " failed: " + Files.readString(output));
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }
}
