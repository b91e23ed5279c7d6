package org.fixtrail.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fixtrail.launcher.server.ServerAddress;

/**
 * What {@code var/run/launcher.properties} says of the launcher that runs.
 *
 * @param pid its process
 * @param startedAt when that process started, by which a recycled number is told apart
 * @param address how this machine reaches the server
 * @param databasePort of the embedded PostgreSQL, 0 while it is not up or if there is none
 * @param smtpPort of the mail sink, 0 while it is not up or if there is none
 */
record RunFile(long pid, Instant startedAt, ServerAddress address, int databasePort, int smtpPort) {
    /** What the operating system says of a start time varies by its clock's grain. */
    private static final Duration GRAIN = Duration.ofSeconds(2);

    /** The entry of this very process. */
    static RunFile ofThisProcess(ServerAddress address) {
        ProcessHandle self = ProcessHandle.current();
        return new RunFile(self.pid(), startOf(self), address, 0, 0);
    }

    RunFile withDatabasePort(int port) {
        return new RunFile(pid, startedAt, address, port, smtpPort);
    }

    RunFile withSmtpPort(int port) {
        return new RunFile(pid, startedAt, address, databasePort, port);
    }

    void write(Home home) {
        Map<String, String> values = new TreeMap<>();
        values.put("pid", Long.toString(pid));
        values.put("started", startedAt.toString());
        values.put("address", address.base().toString());
        Optional.ofNullable(address.certificate()).ifPresent(sha256 -> values.put("certificate.sha256", sha256));
        values.put("database.port", Integer.toString(databasePort));
        values.put("smtp.port", Integer.toString(smtpPort));
        try {
            PrivateFile.write(file(home), values, "The launcher that runs now");
        } catch (IOException e) {
            throw new LaunchException("cannot write " + file(home) + ": " + e.getMessage(), e);
        }
    }

    /** Empty where there is none that can be understood. */
    static Optional<RunFile> read(Home home) {
        try {
            Map<String, String> values = PrivateFile.read(file(home));
            return values.isEmpty() ? Optional.empty() : Optional.of(parse(values));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static RunFile parse(Map<String, String> values) {
        return new RunFile(
                Long.parseLong(values.getOrDefault("pid", "")),
                Instant.parse(values.getOrDefault("started", "")),
                new ServerAddress(URI.create(values.getOrDefault("address", "")), values.get("certificate.sha256")),
                Integer.parseInt(values.getOrDefault("database.port", "0")),
                Integer.parseInt(values.getOrDefault("smtp.port", "0")));
    }

    static void delete(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException e) {
            throw new LaunchException("cannot delete " + file(home) + ": " + e.getMessage(), e);
        }
    }

    /** The launcher's process; empty if it is gone and its number, if in use, belongs to another. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        Duration.between(startOf(handle), startedAt).abs().compareTo(GRAIN) < 0);
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }

    private static Path file(Home home) {
        return home.run().resolve("launcher.properties");
    }
}
