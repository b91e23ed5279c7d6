package org.fixtrail.launcher;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The launcher's own lines; whatever the server prints beside its log goes to a file instead. */
final class Console {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final long begin = System.nanoTime();

    /** Sends {@link System#out} and {@link System#err} to a file, written anew at each start. */
    void redirectOthers(Path file) {
        try {
            PrintStream stream = new PrintStream(new FileOutputStream(file.toFile()), true, StandardCharsets.UTF_8);
            System.setOut(stream);
            System.setErr(stream);
        } catch (IOException e) {
            throw new LaunchException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    void print(String line) {
        out.println(line);
        out.flush();
    }

    /** A line with the seconds since the start. */
    void step(String line) {
        print(String.format(Locale.ROOT, "[%5.1f s] %s", seconds(), line));
    }

    /** One line on standard error; of a message with several the first, since the rest is in the log. */
    void error(String message) {
        err.println("fixtrail: " + message.lines().findFirst().orElse(""));
        err.flush();
    }

    double seconds() {
        return (System.nanoTime() - begin) / NANOS_PER_SECOND;
    }
}
