package org.fixtrail.launcher.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payara Micro with one application at {@code /}. It opens one port, with TLS or without, and no other.
 *
 * @see ServerConfiguration
 */
public final class MicroServer implements AutoCloseable {
    private static final String APPLICATION = "fixtrail";
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.";
    private static final String TLS =
            "configs.config.server-config.network-config.protocols.protocol.https-listener.ssl.";

    /** All with forward secrecy and authenticated encryption; the first three are those of TLS 1.3. */
    private static final String SUITES = String.join(
            ",",
            "+TLS_AES_256_GCM_SHA384",
            "+TLS_AES_128_GCM_SHA256",
            "+TLS_CHACHA20_POLY1305_SHA256",
            "+TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "+TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "+TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "+TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "+TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "+TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private static final String METRICS = "configs.config.server-config.microprofile-metrics-configuration.";

    private final ServerConfiguration configuration;
    private volatile @Nullable PayaraMicro running;

    public MicroServer(ServerConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * Starts the server and deploys the application.
     *
     * @throws ServerException if either fails; the server may be left running, so close this then
     */
    public void start() {
        try {
            // what an earlier run deployed would be deployed again
            deleteTree(configuration.workFolder());
            Files.createDirectories(configuration.workFolder());
            Files.writeString(configuration.logProperties(), configuration.logging());
            deploy(boot());
        } catch (IOException | BootstrapException e) {
            throw new ServerException("the server does not start: " + e.getMessage(), e);
        }
    }

    /** The answer of {@code deploy} says only that it was tried; an application that failed is not among the deployed. */
    private void deploy(PayaraMicroRuntime runtime) {
        try (FirstFailure failure = new FirstFailure()) {
            runtime.deploy(APPLICATION, "/", configuration.war().toFile());
            if (!runtime.getDeployedApplicationNames().contains(APPLICATION)) {
                throw new ServerException("the application could not be deployed (" + failure.cause() + ")");
            }
        }
    }

    private PayaraMicroRuntime boot() throws BootstrapException {
        // unpacked, as when Payara Micro is started by itself: some of its parts cannot read a jar within a jar
        PayaraMicro.setUpackedJarDir(configuration.workFolder().toFile());
        PayaraMicro micro = PayaraMicro.getInstance();
        running = micro;
        micro.setRootDir(configuration.workFolder().toFile());
        micro.setLogPropertiesFile(configuration.logProperties().toFile());
        micro.setPrintLogo(false);
        micro.setHttpAutoBind(false);
        TlsKeyStore tls = configuration.tls();
        if (tls == null) {
            micro.setHttpPort(configuration.port());
        } else {
            // the server reads these when it opens the port
            System.setProperty("javax.net.ssl.keyStore", tls.file().toString());
            System.setProperty("javax.net.ssl.keyStorePassword", tls.password());
            System.setProperty("javax.net.ssl.keyStoreType", "PKCS12");
            micro.setSslPort(configuration.port());
            micro.setSslCert(tls.alias());
        }
        // alone: setNoCluster(true) leaves Hazelcast's port open
        micro.setNoHazelcast(true);
        micro.setPreBootHandler(this::configure);
        return micro.bootStrap();
    }

    /** The application brings its own health and metrics, with its own rules on who may read them. */
    private void configure(AdminCommandRunner admin) {
        if (configuration.tls() == null) {
            run(admin, "set", LISTENER + "http-listener.address=" + configuration.address());
        } else {
            run(admin, "set", LISTENER + "http-listener.enabled=false");
            run(admin, "set", LISTENER + "https-listener.address=" + configuration.address());
            // it has TLS 1.2 and 1.3, and nothing older any more
            run(admin, "set", TLS + "ssl3-tls-ciphers=" + SUITES);
        }
        run(admin, "set-microprofile-healthcheck-configuration", "--enabled=false");
        // not set-metrics-configuration, which works only once the server runs; and for no virtual server, since the
        // servlet would otherwise still take /metrics, to answer 403
        run(admin, "set", METRICS + "enabled=false");
        run(admin, "set", METRICS + "virtual-servers=none");
    }

    private static void run(AdminCommandRunner admin, String command, String argument) {
        ClusterCommandResult result = admin.run(command, argument);
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            throw new ServerException(command + " failed: " + result.getOutput());
        }
    }

    /** Waits for requests that run, then stops. */
    @Override
    public void close() throws BootstrapException {
        PayaraMicro micro = running;
        running = null;
        if (micro == null) {
            return;
        }
        try {
            micro.shutdown();
        } catch (IllegalStateException alreadyStopped) {
            // Payara Micro has a shutdown hook of its own, which may have been faster; it returns here when that is
            // done
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
