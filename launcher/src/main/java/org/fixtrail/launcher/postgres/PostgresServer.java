package org.fixtrail.launcher.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Starts and stops the server process on one data folder.
 *
 * @param program the unpacked programs
 * @param data what they serve
 * @param logs where the server writes its log
 */
record PostgresServer(PostgresProgram program, DataDirectory data, Path logs) {
    private static final int WAIT_SECONDS = 60;
    private static final Duration LIMIT = Duration.ofSeconds(WAIT_SECONDS + 10L);
    private static final int LAST_MOMENT_SECONDS = 3;
    private static final int PORT_ATTEMPTS = 3;

    /** Unpacks the programs where they are not there yet. */
    static PostgresServer of(Path home, Path logs) {
        PostgresProgram program = new PostgresProgram(
                PostgresBinaries.unpack(home.toAbsolutePath().resolve("bin")),
                logs.toAbsolutePath().resolve("postgresql-start.log"));
        return new PostgresServer(program, DataDirectory.in(home), logs.toAbsolutePath());
    }

    /** Makes the data folder, or makes sure that the one which is there can be served by these programs. */
    void initialise(String superuserPassword) throws IOException {
        if (!data.exists()) {
            data.create(program, superuserPassword);
            return;
        }
        String release = data.majorVersion();
        String programs = program.run(LIMIT, "postgres", "--version").lastLines();
        if (!programs.contains("(PostgreSQL) " + release + ".")) {
            throw new DatabaseException(data.path() + " was made by PostgreSQL " + release + ", this is " + programs
                    + ": move the data with pg_dump of the old release");
        }
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param port 0 takes a free one
     * @return the port where it listens
     */
    int start(int port) throws IOException {
        String said = "";
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            int chosen = port == 0 ? freePort() : port;
            data.configure(chosen, logs);
            if (control("start", "--log=" + program.log())) {
                return chosen;
            }
            said = lastComplaint();
            // between finding a free port and taking it another program may have come first
            if (port != 0 || !said.contains("listen")) {
                break;
            }
        }
        throw new DatabaseException("PostgreSQL does not start: " + said + " (see " + logs + ")");
    }

    /**
     * Stops the server and waits for its end. Fast first; one that hangs is stopped at once, and recovers from its
     * write-ahead log at the next start.
     */
    void stop() {
        OptionalLong pid = data.runningProcess();
        stopServing();
        // pg_ctl returns a moment before the process is gone
        pid.stream().mapToObj(ProcessHandle::of).flatMap(Optional::stream).forEach(PostgresServer::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(LAST_MOMENT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // it serves no more, and whoever is to collect its exit code is not us
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopServing() {
        for (String mode : List.of("fast", "immediate")) {
            if (control("stop", "--mode=" + mode)
                    || PostmasterPid.read(data.path()).isEmpty()) {
                return;
            }
        }
        throw new DatabaseException("PostgreSQL on " + data.path() + " cannot be stopped");
    }

    /** Stops what a killed launcher left running; removes the file of one that is gone. */
    void stopLeftover() {
        if (data.runningProcess().isPresent()) {
            stop();
            return;
        }
        try {
            // PostgreSQL would refuse to start if the number in it now belonged to another program
            Files.deleteIfExists(PostmasterPid.file(data.path()));
        } catch (IOException e) {
            throw new DatabaseException("cannot remove the stale " + PostmasterPid.file(data.path()), e);
        }
    }

    private boolean control(String action, String option) {
        return program.run(
                        LIMIT,
                        "pg_ctl",
                        "--pgdata=" + data.path(),
                        "--wait",
                        "--timeout=" + WAIT_SECONDS,
                        option,
                        action)
                .succeeded();
    }

    /** The last complaint in the newest of the server's logs that has one. */
    private String lastComplaint() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("postgresql"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .map(PostgresServer::lastComplaintIn)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("no reason given");
        }
    }

    private static String lastComplaintIn(Path log) {
        try {
            return Files.readString(log)
                    .lines()
                    .filter(line -> line.matches(".*\\b(FATAL|PANIC|LOG: {2}could not).*"))
                    .reduce("", (before, line) -> line);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }
}
