package org.fixtrail.services.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLSocket;
import org.fixtrail.services.tls.TestCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Against a real SMTP server that speaks TLS: with a certificate that is trusted, that is not, and that is for another name. */
class SmtpTlsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Mail MAIL = new Mail(
            "risk@example.org",
            "Target missed",
            "text",
            "<p>text</p>",
            Instant.parse("2026-03-06T12:00:01Z"),
            "<0b5a@fixtrail.example.org>",
            null,
            null,
            false);

    @TempDir
    static Path folder;

    private static TestCertificate ours;
    private static TestCertificate elsewheres;

    @BeforeAll
    static void certificates() throws Exception {
        ours = TestCertificate.of(Files.createDirectory(folder.resolve("ours")), "dns:localhost,ip:127.0.0.1");
        elsewheres = TestCertificate.of(Files.createDirectory(folder.resolve("elsewheres")), "dns:mail.example.org");
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "IMPLICIT"})
    void a_mail_goes_out_by_tls_to_a_server_that_is_trusted(MailTls tls) throws Exception {
        try (Running server = new Running(tls, ours);
                MailLine line = server.sender(tls, ours.pem()).open()) {
            assertThat(line.send(MAIL)).isInstanceOf(SendAnswer.Taken.class);
            assertThat(server.received).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "IMPLICIT"})
    void a_certificate_that_nobody_vouches_for_is_refused(MailTls tls) throws Exception {
        try (Running server = new Running(tls, ours)) {
            assertRefused(server, tls, null, "unable to find valid certification path");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "IMPLICIT"})
    void a_trusted_certificate_of_another_name_is_refused(MailTls tls) throws Exception {
        try (Running server = new Running(tls, elsewheres)) {
            assertRefused(server, tls, elsewheres.pem(), "127.0.0.1");
        }
    }

    @Test
    void what_holds_no_certificates_is_said() throws Exception {
        Path text = Files.writeString(folder.resolve("text.pem"), "nothing");
        try (Running server = new Running(MailTls.IMPLICIT, ours)) {
            assertRefused(server, MailTls.IMPLICIT, text, "fixtrail.mail.trusted-certificates");
            assertRefused(server, MailTls.IMPLICIT, folder.resolve("gone.pem"), "gone.pem");
        }
    }

    @Test
    void another_word_than_the_three_is_refused_with_what_there_is() {
        assertThat(MailTls.parse(" StartTLS ")).isEqualTo(MailTls.STARTTLS);
        assertThatThrownBy(() -> MailTls.parse("yes")).hasMessageContaining("[none, starttls, implicit]");
    }

    private static void assertRefused(Running server, MailTls tls, @Nullable Path trusted, String why) {
        assertThatThrownBy(() -> server.sender(tls, trusted).open())
                .isInstanceOf(MailUnreachable.class)
                .hasMessageContaining(why);
        assertThat(server.received).isZero();
    }

    /** A server that counts what it takes. */
    private static final class Running implements AutoCloseable {
        private final SMTPServer server;
        private volatile int received;

        Running(MailTls tls, TestCertificate certificate) {
            SMTPServer.Builder builder = SMTPServer.port(0)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .messageHandler((BasicMessageListener) (context, from, to, data) -> received++);
            if (tls == MailTls.IMPLICIT) {
                builder.serverSocketFactory(certificate.server());
            } else {
                // the library's own way takes the client's address for the server's name
                builder.enableTLS().requireTLS().startTlsSocketFactory(socket -> {
                    InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
                    SSLSocket secured = (SSLSocket) certificate
                            .server()
                            .getSocketFactory()
                            .createSocket(socket, remote.getHostString(), socket.getPort(), true);
                    secured.setUseClientMode(false);
                    return secured;
                });
            }
            server = builder.build();
            server.start();
        }

        SmtpSender sender(MailTls tls, @Nullable Path trusted) {
            return new SmtpSender(new MailSettings(
                    "127.0.0.1",
                    server.getPortAllocated(),
                    "fixtrail@example.org",
                    null,
                    null,
                    tls,
                    trusted,
                    PATIENCE,
                    PATIENCE));
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
