package org.fixtrail.launcher.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A Keycloak that runs on 127.0.0.1 alone, with the realm of Fixtrail. By http, which browsers and Keycloak take for safe on
 * loopback; whoever wants it from other machines sets up a Keycloak of their own, with https.
 */
public final class Keycloak implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int STOP_SECONDS = 40;
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Process process;
    private final KeycloakPid pid;
    private final URI address;
    private final Path importFile;
    private final Path imported;
    private final Path log;

    private Keycloak(Process process, Path folder, KeycloakProgram program, URI address, Path log) {
        this.process = process;
        this.pid = pidIn(folder);
        this.address = address;
        this.importFile = importFile(program);
        this.imported = imported(folder);
        this.log = log;
    }

    /** Whether the realm is there, with all that people made of it. */
    public static boolean hasRealm(Path folder) {
        return Files.exists(imported(folder));
    }

    /**
     * Fetches, unpacks and builds the program where it is not there yet; may take minutes.
     *
     * @param folder holds the program and its data; made if it is not there
     * @param repository where it is fetched from, a Maven repository
     */
    public static void prepare(Path folder, Path logs, URI repository, Consumer<String> progress) {
        if (KeycloakProgram.find(folder).isPresent()) {
            return;
        }
        Path archive = KeycloakArchive.ofRelease(repository).get(progress);
        Path log = logFile(logs);
        progress.accept("unpacking and building Keycloak, a minute or two, once; the log is " + log);
        KeycloakProgram.make(folder, archive, log);
    }

    /**
     * Starts the process, and returns before it is ready.
     *
     * @param folder where it was {@link #prepare prepared}
     * @param realm imported at the first start only
     * @throws KeycloakException if it does not start
     */
    public static Keycloak start(Path folder, Path logs, int port, Realm realm) {
        try {
            stopOrphan(folder);
            requireFreePort(port);
            Path log = logFile(logs);
            KeycloakProgram program = KeycloakProgram.find(folder)
                    .orElseThrow(() -> new KeycloakException("there is no Keycloak in " + folder));
            if (!hasRealm(folder)) {
                // of a first start that was cut off: it would keep the realm out, and with it the new passwords
                KeycloakProgram.delete(folder.resolve("data"));
                writeImport(program, realm);
            }
            URI address = URI.create("http://" + HOST + ":" + port);
            Process process = program.start(
                    log,
                    Map.of(
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            "admin",
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            realm.secrets().admin()),
                    "start",
                    "--optimized",
                    "--cache=local",
                    "--http-enabled=true",
                    "--http-host=" + HOST,
                    "--http-port=" + port,
                    "--hostname=" + address,
                    "--db-url=jdbc:h2:file:" + folder.toAbsolutePath().resolve("data/keycloak") + ";NON_KEYWORDS=VALUE",
                    "--import-realm");
            Keycloak keycloak = new Keycloak(process, folder, program, address, log);
            keycloak.pid.write(process);
            return keycloak;
        } catch (IOException e) {
            throw new KeycloakException("Keycloak cannot be started in " + folder + ": " + e, e);
        }
    }

    /** Stops what a killed launcher left, and answers its process. */
    public static OptionalLong stopOrphan(Path folder) {
        return pidIn(folder)
                .process()
                .map(process -> {
                    process.destroy();
                    awaitEnd(process);
                    return OptionalLong.of(process.pid());
                })
                .orElse(OptionalLong.empty());
    }

    /** The provider's name, as tokens give it. */
    public URI issuer() {
        return address.resolve("/realms/" + Realm.NAME);
    }

    /** Where Keycloak's own administrators sign in. */
    public URI console() {
        return address.resolve("/admin/" + Realm.NAME + "/console/");
    }

    /** @throws KeycloakException if it has ended */
    public boolean isReady() {
        if (!process.isAlive()) {
            throw new KeycloakException("Keycloak ended with " + process.exitValue() + ": see " + log);
        }
        if (!answers()) {
            return false;
        }
        noteImport();
        return true;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        awaitEnd(process.toHandle());
        pid.delete();
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(PROBE_LIMIT)
                .build();
        try {
            return HttpClient.newBuilder()
                            .proxy(HttpClient.Builder.NO_PROXY)
                            .connectTimeout(PROBE_LIMIT)
                            .build()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The file with the secrets has done its work. */
    private void noteImport() {
        try {
            Files.deleteIfExists(importFile);
            if (Files.notExists(imported)) {
                Files.createFile(imported);
            }
        } catch (IOException e) {
            throw new KeycloakException("cannot write to " + imported + ": " + e, e);
        }
    }

    private static void writeImport(KeycloakProgram program, Realm realm) throws IOException {
        Path file = importFile(program);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, realm.json());
    }

    private static void requireFreePort(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
        } catch (IOException e) {
            throw new KeycloakException(
                    "port " + port + " on " + HOST + " cannot be used (" + e.getMessage()
                            + "): end the program that uses it, or set FIXTRAIL_KEYCLOAK_PORT",
                    e);
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            // it serves no more, and whoever is to collect its exit code is not us
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path logFile(Path logs) {
        return logs.resolve("keycloak.log").toAbsolutePath();
    }

    private static KeycloakPid pidIn(Path folder) {
        return new KeycloakPid(folder.resolve("keycloak.pid"));
    }

    private static Path importFile(KeycloakProgram program) {
        return program.home().resolve("data/import/" + Realm.NAME + "-realm.json");
    }

    private static Path imported(Path folder) {
        return folder.resolve("realm-imported");
    }
}
