package org.fixtrail.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path folder;

    @Test
    void they_are_made_once_and_only_their_owner_can_read_them() throws IOException {
        Path file = folder.resolve("secrets.properties");

        Secrets first = Secrets.loadOrCreate(file);

        assertThat(Secrets.loadOrCreate(file)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void each_is_random_and_differs_from_the_others() {
        Secrets one = Secrets.loadOrCreate(folder.resolve("one"));
        Secrets other = Secrets.loadOrCreate(folder.resolve("other"));

        assertThat(List.of(
                        one.database().superuser(),
                        one.database().owner(),
                        one.database().app(),
                        one.keysPassword(),
                        one.operatorKey(),
                        other.database().app(),
                        other.operatorKey()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void one_that_an_older_release_did_not_know_is_added_and_the_others_stay() throws IOException {
        Path file = folder.resolve("secrets.properties");
        PrivateFile.write(file, Map.of("operator.key", "kept"), "");

        Secrets secrets = Secrets.loadOrCreate(file);

        assertThat(secrets.operatorKey()).isEqualTo("kept");
        assertThat(Secrets.loadOrCreate(file)).isEqualTo(secrets);
    }

    @Test
    void none_shows_in_text() {
        Secrets secrets = Secrets.loadOrCreate(folder.resolve("secrets.properties"));

        assertThat(secrets + " " + secrets.database())
                .doesNotContain(
                        secrets.operatorKey(),
                        secrets.keysPassword(),
                        secrets.database().app());
    }
}
