package org.fixtrail.launcher.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}.
 *
 * <p>PostgreSQL refuses to run as root. For root the programs are run in a user namespace of their own
 * ({@code unshare -U}), where they see an ordinary user while their files still belong to root.
 *
 * @param home the unpacked programs
 * @param log where what they print is appended
 */
record PostgresProgram(Path home, Path log) {
    /** Whether it worked, and the last lines it printed. */
    record Result(boolean succeeded, String lastLines) {}

    Result run(Duration limit, String program, String... arguments) {
        try {
            long logBefore = Files.exists(log) ? Files.size(log) : 0;
            Process process = start(program, arguments);
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(false, program + " did not end within " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue() == 0, lastLines(logBefore));
        } catch (IOException e) {
            throw new DatabaseException(program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while " + program + " ran", e);
        }
    }

    private Process start(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // PGDATA, PGPORT and their like would reach into what is started here
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("LANGUAGE");
        builder.directory(home.toFile());
        // a file, not a pipe: the server started by pg_ctl keeps it open for as long as it runs
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return builder.start();
    }

    private List<String> asOrdinaryUser() throws IOException, InterruptedException {
        if (!Integer.valueOf(0).equals(Files.getAttribute(log.toAbsolutePath().getParent(), "unix:uid"))) {
            return List.of();
        }
        if (!canUnshare()) {
            throw new DatabaseException(
                    "PostgreSQL refuses to run as root, and user namespaces are not allowed here: start Fixtrail as an ordinary user, or set FIXTRAIL_DB_URL");
        }
        return List.of("unshare", "-U");
    }

    private static boolean canUnshare() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("unshare", "-U", "sh", "-c", "test \"$(id -u)\" -ne 0")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private String lastLines(long from) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int start = (int) Math.max(Math.min(from, all.length), all.length - 1000L);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8).strip();
    }
}
