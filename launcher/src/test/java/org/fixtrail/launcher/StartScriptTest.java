package org.fixtrail.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./fixtrail} decides before it starts the launcher. */
class StartScriptTest {
    @TempDir
    private Path folder;

    private StartScript script(Map<String, String> environment) {
        return new StartScript(folder, environment);
    }

    @Test
    void an_unknown_command_shows_the_commands_and_ends_with_2() throws IOException, InterruptedException {
        StartScript.Ended ended = script(Map.of()).run("stat");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .startsWith("fixtrail: there is no command stat\n")
                .contains("usage:");
    }

    @Test
    void help_names_every_command() throws IOException, InterruptedException {
        StartScript.Ended ended = script(Map.of()).run("help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("  demo ", "  up ", "  stop ", "  status ", "  test ", "  help ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "1.8.0_402", "16.0.1", "22", "25-ea"})
    void another_java_is_refused_in_one_line(String version) throws IOException, InterruptedException {
        StartScript.Ended ended =
                script(Map.of("JAVA_HOME", fakeJava(version).toString())).run("up");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("fixtrail: ")
                .endsWith(
                        " is Java " + version.split("[.-]", 2)[0] + ": a JDK 17 to 21 is needed, set JAVA_HOME to one");
    }

    @Test
    void a_java_home_without_java_is_named() throws IOException, InterruptedException {
        StartScript.Ended ended = script(Map.of("JAVA_HOME", "/nowhere")).run("status");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .isEqualTo("fixtrail: JAVA_HOME is /nowhere, which has no bin/java: set it to a JDK 17 to 21\n");
    }

    private Path fakeJava(String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"" + version + "\" 2020-01-14' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve("jdk");
    }
}
