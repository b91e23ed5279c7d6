package org.fixtrail.launcher.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Keycloak as it is published on Maven Central, kept where Maven keeps what it fetched, so that it is fetched once for all
 * folders. A fetch that was cut off goes on where it stopped; the file gets its name only once its hash is right.
 *
 * @param repository a Maven repository over HTTP, without a slash at the end
 * @param store the local one
 * @param sha256 of the whole file, in hexadecimal
 */
record KeycloakArchive(URI repository, Path store, String path, String sha256) {
    static final String VERSION = "26.7.3";

    private static final String PATH =
            "org/keycloak/keycloak-quarkus-dist/" + VERSION + "/keycloak-quarkus-dist-" + VERSION + ".zip";
    private static final String SHA_256 = "27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
    private static final int ALL = 200;
    private static final int REST = 206;
    private static final int NOTHING_LEFT = 416;

    static KeycloakArchive ofRelease(URI repository) {
        return new KeycloakArchive(
                repository, Path.of(System.getProperty("user.home"), ".m2", "repository"), PATH, SHA_256);
    }

    /** The file, fetched if it is not there yet. */
    Path get(Consumer<String> progress) {
        Path file = store.resolve(path);
        try {
            if (Files.exists(file) && sha256.equals(hash(file))) {
                return file;
            }
            Path parent = Files.createDirectories(file.toAbsolutePath().getParent());
            progress.accept("fetching Keycloak " + VERSION + " (177 MB, once) from " + repository);
            Path part = parent.resolve(file.getFileName() + ".part");
            fetch(part);
            String hash = hash(part);
            if (!sha256.equals(hash)) {
                Files.delete(part);
                throw new KeycloakException("what " + repository + " gives as Keycloak " + VERSION
                        + " is another file (SHA-256 " + hash + "): it was deleted");
            }
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new KeycloakException(
                    "Keycloak " + VERSION + " could not be fetched from " + repository + " (" + e
                            + "): try again, it goes on where it stopped; FIXTRAIL_MAVEN_REPOSITORY names another source",
                    e);
        }
    }

    private void fetch(Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest request = HttpRequest.newBuilder(URI.create(repository + "/" + path))
                .header("Range", "bytes=" + have + "-")
                .build();
        HttpResponse<InputStream> answer = send(request);
        try (InputStream body = answer.body()) {
            switch (answer.statusCode()) {
                case ALL -> write(body, part, StandardOpenOption.TRUNCATE_EXISTING);
                case REST -> write(body, part, StandardOpenOption.APPEND);
                case NOTHING_LEFT -> {
                    // all of it was there already; the hash says whether it is right
                }
                default -> throw new IOException("status " + answer.statusCode());
            }
        }
    }

    private static void write(InputStream body, Path part, StandardOpenOption how) throws IOException {
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            body.transferTo(out);
        }
    }

    private static HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
