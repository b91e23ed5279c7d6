package org.fixtrail.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes to {@code postmaster.pid} in its data folder while it runs.
 *
 * @param pid the process that wrote it
 * @param dataDirectory the data folder it serves
 * @param startedAt when that process started, to the second
 * @param port where it listens
 * @see <a href="https://www.postgresql.org/docs/17/storage-file-layout.html">PostgreSQL, database file layout</a>
 */
record PostmasterPid(long pid, Path dataDirectory, Instant startedAt, int port) {
    /** PostgreSQL notes the time when it has written the file, some moments after the process began. */
    private static final Duration MOST_DELAY = Duration.ofSeconds(30);

    private static final int LINES_NEEDED = 4;

    /** Empty where there is no such file, or one too short to say who wrote it. */
    static Optional<PostmasterPid> read(Path dataDirectory) {
        Path file = file(dataDirectory);
        try {
            return parse(Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DatabaseException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static Optional<PostmasterPid> parse(List<String> lines) {
        if (lines.size() < LINES_NEEDED) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PostmasterPid(
                    Math.abs(Long.parseLong(lines.get(0).strip())),
                    Path.of(lines.get(1).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path file(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }

    /** True while the process that wrote the file lives; false too if its number now belongs to another program. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .filter(info -> info.command().map(PostmasterPid::isPostgres).orElse(true))
                .filter(info -> info.startInstant().map(this::fits).orElse(true))
                .isPresent();
    }

    private static boolean isPostgres(String command) {
        return command.endsWith("/postgres") || command.endsWith("/postgres (deleted)");
    }

    private boolean fits(Instant processStart) {
        return Duration.between(processStart, startedAt).abs().compareTo(MOST_DELAY) < 0;
    }
}
