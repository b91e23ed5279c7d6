package org.fixtrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code ./fixtrail} as a user does.
 *
 * @param folder holds {@code var} and what the runs print
 * @param environment set beside the test's own
 */
record StartScript(Path folder, Map<String, String> environment) {
    private static final int LIMIT_SECONDS = 120;

    /** A run that came to its end. */
    record Ended(int exitCode, String out, String err) {}

    /** A run that goes on; what it prints so far is in the files. */
    record Running(Process process, Path out, Path err) {
        /** Waits until a line with the text was printed, and fails if the run ends before. */
        void await(String text) throws IOException, InterruptedException {
            for (long begin = System.nanoTime(); !Files.readString(out).contains(text); ) {
                if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                    throw new AssertionError(
                            "no \"" + text + "\" but " + Files.readString(out) + Files.readString(err));
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }

        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still runs: " + Files.readString(out));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    Running start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(script().toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("FIXTRAIL_"));
        builder.environment().put("FIXTRAIL_VAR", folder.resolve("var").toString());
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "run-", ".out");
        Path err = Files.createTempFile(folder, "run-", ".err");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Running(builder.start(), out, err);
    }

    private static Path script() {
        return Path.of("..", "fixtrail").toAbsolutePath().normalize();
    }
}
