package org.fixtrail.reports.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeysTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path directory;

    @Test
    void the_key_is_made_once_and_then_kept() throws IOException {
        String first = keys("secret").sha256();
        byte[] file = Files.readAllBytes(directory.resolve("seal.p12"));

        assertThat(keys("secret").sha256()).isEqualTo(first);
        assertThat(directory.resolve("seal.p12")).hasBinaryContent(file);
    }

    @Test
    void only_the_owner_may_read_the_file() throws IOException {
        assumeTrue(
                directory.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this file system has no POSIX permissions");
        keys("secret").sha256();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("seal.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nodes_that_start_together_end_with_one_key() throws InterruptedException, ExecutionException, IOException {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> starts = Stream.generate(
                            () -> (Callable<String>) () -> keys("secret").sha256())
                    .limit(4)
                    .collect(Collectors.toList());
            Set<String> fingerprints = new HashSet<>();
            for (Future<String> start : nodes.invokeAll(starts)) {
                fingerprints.add(start.get());
            }
            assertThat(fingerprints).hasSize(1);
        } finally {
            nodes.shutdownNow();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("seal.p12"));
        }
    }

    @Test
    void there_is_no_pass_phrase_to_fall_back_on() {
        assertThatThrownBy(() -> keys(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fixtrail.keys.password");
    }

    @Test
    void a_wrong_pass_phrase_is_told_and_replaces_nothing() throws IOException {
        keys("secret").sha256();
        byte[] file = Files.readAllBytes(directory.resolve("seal.p12"));

        assertThatThrownBy(() -> keys("wrong").sha256()).hasMessageContaining("fixtrail.keys.password");
        assertThat(directory.resolve("seal.p12")).hasBinaryContent(file);
    }

    @Test
    void the_certificate_is_for_signing_and_names_the_installation() throws CertificateException {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(keys("secret").pem().getBytes(StandardCharsets.US_ASCII)));

        assertThat(certificate.getSubjectX500Principal().getName())
                .isEqualTo("CN=Test\\, one & \\\"two\\\" evidence seal,O=Fixtrail");
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, true, false, false, false, false, false, false, false);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getNotBefore().toInstant()).isBefore(NOW);
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo("2036-06-01T00:00:00Z");
    }

    private SealKeys keys(String password) {
        return new SealKeys(directory, password, "Test, one & \"two\"", CLOCK);
    }
}
