package org.fixtrail.launcher.boot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes the server's log as JSON lines: {@code server.log}, before it {@code server.log.1} and so on.
 *
 * <p>The JDK's own {@code FileHandler} would call the newest file {@code server.log.0}. Set by the logging properties
 * {@code <class name>.file}, {@code .limit} (bytes, then a new file begins) and {@code .count} (files kept).
 */
public final class JsonLogHandler extends Handler {
    private final Path file;
    private final long limit;
    private final int count;
    private @Nullable OutputStream out;
    private long written;

    /** Called by {@link LogManager}. */
    public JsonLogHandler() {
        this(
                Path.of(setting("file", "server.log")),
                Long.parseLong(setting("limit", "10000000")),
                Integer.parseInt(setting("count", "5")));
    }

    JsonLogHandler(Path file, long limit, int count) {
        this.file = file;
        this.limit = limit;
        this.count = count;
        setFormatter(new JsonLogFormat());
    }

    private static String setting(String name, String otherwise) {
        String value = LogManager.getLogManager().getProperty(JsonLogHandler.class.getName() + "." + name);
        return value == null ? otherwise : value;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        try {
            byte[] line = getFormatter().format(entry).getBytes(StandardCharsets.UTF_8);
            OutputStream stream = stream(line.length);
            stream.write(line);
            stream.flush();
            written += line.length;
        } catch (IOException | UncheckedIOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    private OutputStream stream(int next) throws IOException {
        OutputStream open = out;
        if (open == null) {
            written = Files.exists(file) ? Files.size(file) : 0;
        }
        if (written > 0 && written + next > limit) {
            close();
            open = null;
            rotate();
            written = 0;
        }
        if (open == null) {
            open = new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
            out = open;
        }
        return open;
    }

    private void rotate() throws IOException {
        for (int older = count - 1; older > 0; older--) {
            Path from = older == 1 ? file : numbered(older - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(older), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    @Override
    public void flush() {
        // each record is flushed as it is written
    }

    @Override
    public synchronized void close() {
        OutputStream open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                reportError(null, e, ErrorManager.CLOSE_FAILURE);
            }
        }
    }
}
