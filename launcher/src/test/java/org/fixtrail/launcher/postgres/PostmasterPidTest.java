package org.fixtrail.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {
    @Test
    void the_lines_say_who_serves_what_since_when_and_where() {
        List<String> lines =
                List.of("4242", "/var/pg/data", "1767772800", "5433", "", "127.0.0.1", "  524 0", "ready   ");

        assertThat(PostmasterPid.parse(lines))
                .contains(
                        new PostmasterPid(4242, Path.of("/var/pg/data"), Instant.parse("2026-01-07T08:00:00Z"), 5433));
    }

    @Test
    void a_file_cut_short_says_nothing() {
        assertThat(PostmasterPid.parse(List.of("4242", "/var/pg/data"))).isEmpty();
        assertThat(PostmasterPid.parse(List.of("x", "/var/pg/data", "1", "2"))).isEmpty();
    }

    @Test
    void no_file_says_nothing(@TempDir Path folder) {
        assertThat(PostmasterPid.read(folder)).isEmpty();
    }

    @Test
    void another_program_with_the_same_number_is_not_postgres() {
        ProcessHandle self = ProcessHandle.current();
        Instant started = self.info().startInstant().orElseThrow();

        assertThat(new PostmasterPid(self.pid(), Path.of("/var/pg/data"), started, 5433).isAlive())
                .isFalse();
    }
}
