package org.fixtrail.launcher.keycloak;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An unpacked Keycloak that was built for its database, so that each start is short. Run by {@code java} itself and not by
 * its script, which would stand between us and the process.
 *
 * @param home holds {@code lib} and {@code conf}
 */
record KeycloakProgram(Path home) {
    private static final int BUILD_MINUTES = 10;
    private static final List<String> JVM = List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Duser.language=en",
            "-Dfile.encoding=UTF-8");

    /** The one of this release, if it is there. */
    static Optional<KeycloakProgram> find(Path folder) {
        return Optional.of(home(folder)).filter(Files::isDirectory).map(KeycloakProgram::new);
    }

    /** Unpacks and builds in a folder beside, which gets its name when it is complete. */
    static void make(Path folder, Path archive, Path log) {
        Path unfinished = home(folder).resolveSibling("unpacking");
        try {
            Files.createDirectories(folder);
            delete(unfinished);
            unpack(archive, unfinished);
            new KeycloakProgram(unfinished).build(log);
            Files.move(unfinished, home(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new KeycloakException("Keycloak could not be unpacked to " + folder + ": " + e, e);
        }
    }

    private static Path home(Path folder) {
        return folder.toAbsolutePath().resolve("keycloak-" + KeycloakArchive.VERSION);
    }

    /** @param environment is added to what this process has, without its settings */
    Process start(Path log, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of(
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(
                        name -> name.startsWith("KC_") || name.startsWith("FIXTRAIL_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder.start();
    }

    private void build(Path log) throws IOException {
        Process build = start(log, Map.of(), "build", "--db=dev-file", "--metrics-enabled=false");
        try {
            if (!build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
                build.destroyForcibly();
                throw new KeycloakException("Keycloak is not built after " + BUILD_MINUTES + " minutes: see " + log);
            }
        } catch (InterruptedException e) {
            build.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new KeycloakException("interrupted while Keycloak was built", e);
        }
        if (build.exitValue() != 0) {
            throw new KeycloakException("Keycloak could not be built: see " + log);
        }
    }

    /** Without the folder that holds all the rest. */
    private static void unpack(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = target.resolve(entry.getName().replaceFirst("^[^/]*/", ""))
                        .normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.toAbsolutePath().getParent());
                    Files.copy(zip, path);
                }
            }
        }
    }

    static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
