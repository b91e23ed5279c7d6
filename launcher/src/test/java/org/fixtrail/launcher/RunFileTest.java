package org.fixtrail.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fixtrail.launcher.server.ServerAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    private static final ServerAddress ADDRESS =
            new ServerAddress(URI.create("https://127.0.0.1:8443"), "00".repeat(32));

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void prepare() {
        home = new Home(folder.resolve("var"));
        home.prepare();
    }

    @Test
    void what_is_written_is_read() {
        RunFile written = RunFile.ofThisProcess(ADDRESS).withDatabasePort(5432).withSmtpPort(25);
        written.write(home);

        assertThat(RunFile.read(home)).contains(written);
    }

    @Test
    void it_finds_the_process_that_wrote_it() {
        assertThat(RunFile.ofThisProcess(ADDRESS).process()).contains(ProcessHandle.current());
    }

    @Test
    void a_process_with_the_same_number_that_started_at_another_time_is_not_it() {
        RunFile self = RunFile.ofThisProcess(ADDRESS);
        RunFile recycled = new RunFile(self.pid(), self.startedAt().minus(Duration.ofMinutes(1)), ADDRESS, 0, 0);

        assertThat(recycled.process()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_understood_counts_as_none() throws IOException {
        Files.writeString(home.run().resolve("launcher.properties"), "pid=many\n");

        assertThat(RunFile.read(home)).isEmpty();
    }

    @Test
    void only_one_process_holds_the_lock_and_it_is_free_again_after() {
        try (InstanceLock lock = InstanceLock.tryTake(home).orElseThrow()) {
            assertThat(lock).isNotNull();
        }
        try (InstanceLock again = InstanceLock.tryTake(home).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }
}
