package org.fixtrail.launcher.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLogHandlerTest {
    @TempDir
    private Path folder;

    private static LogRecord entry(String message) {
        LogRecord entry = new LogRecord(Level.INFO, message);
        entry.setLoggerName("org.fixtrail");
        entry.setInstant(Instant.parse("2026-01-07T08:00:00.123456Z"));
        entry.setLongThreadID(12);
        return entry;
    }

    @Test
    void an_entry_is_one_line_of_json() {
        LogRecord entry = entry("said \"{0}\"\nand went");
        entry.setParameters(new Object[] {"no"});

        assertThat(new JsonLogFormat().format(entry))
                .isEqualTo("{\"time\":\"2026-01-07T08:00:00.123456Z\",\"level\":\"INFO\",\"logger\":\"org.fixtrail\","
                        + "\"thread\":12,\"message\":\"said \\\"no\\\"\\nand went\"}\n");
    }

    @Test
    void an_exception_comes_with_its_stack_on_the_same_line() {
        LogRecord entry = entry("failed");
        entry.setThrown(new IllegalStateException("broken\u001b"));

        assertThat(new JsonLogFormat().format(entry).lines())
                .singleElement()
                .asString()
                .contains("\"error\":\"java.lang.IllegalStateException: broken\\u001b\\n\\tat ");
    }

    @Test
    void a_full_file_is_put_aside_and_the_oldest_is_dropped() throws IOException {
        Path file = folder.resolve("server.log");
        JsonLogHandler handler = new JsonLogHandler(file, 150, 3);
        for (int number = 1; number <= 5; number++) {
            handler.publish(entry("entry " + number));
        }
        handler.close();

        assertThat(names()).containsExactly("server.log", "server.log.1", "server.log.2");
        assertThat(Files.readString(file)).contains("entry 5");
        assertThat(Files.readString(folder.resolve("server.log.1"))).contains("entry 4");
        assertThat(Files.readString(folder.resolve("server.log.2"))).contains("entry 3");
    }

    @Test
    void a_second_start_appends() throws IOException {
        Path file = folder.resolve("server.log");
        for (String message : List.of("first", "second")) {
            JsonLogHandler handler = new JsonLogHandler(file, 10_000, 3);
            handler.publish(entry(message));
            handler.close();
        }

        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
