package org.fixtrail.services.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fixtrail.services.notification.ScriptedServer.Behaviour;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Against a real SMTP server, and against one that misbehaves as no real one would on demand. */
class SmtpSenderTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Mail MAIL = new Mail(
            "risk@example.org",
            "Target missed: Größe „falsch“ 😀",
            "Zürich\n.a line with a dot\n",
            "<p>Zürich &amp; 😀</p>",
            Instant.parse("2026-03-06T12:00:01Z"),
            "<0b5a@fixtrail.example.org>",
            null,
            null,
            false);

    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final SMTPServer server = SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(Handler::new)
            .build();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_arrives_with_both_its_forms_and_its_headers() throws Exception {
        assertThat(send(MAIL)).isEqualTo(new SendAnswer.Taken("taken by 127.0.0.1:" + server.getPortAllocated()));

        MimeMessage mail = onlyMail();
        assertThat(mail.getSubject()).isEqualTo(MAIL.subject());
        assertThat(mail.getHeader("Subject", null)).as("on the wire").isASCII();
        assertThat(mail.getMessageID()).isEqualTo(MAIL.messageId());
        assertThat(mail.getFrom()[0]).hasToString("fixtrail@example.org");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0]).hasToString("risk@example.org");
        assertThat(mail.getSentDate()).isEqualTo(MAIL.writtenAt());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Fixtrail-Repeat")).isNull();
        assertThat(mail.getHeader("References")).isNull();
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Zürich\r\n.a line with a dot\r\n");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo(MAIL.html());
    }

    @Test
    void a_repeat_says_that_it_may_be_one_and_keeps_id_and_date() throws Exception {
        send(new Mail(
                MAIL.recipient(),
                MAIL.subject(),
                MAIL.text(),
                MAIL.html(),
                MAIL.writtenAt(),
                MAIL.messageId(),
                null,
                null,
                true));

        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("X-Fixtrail-Repeat")).containsExactly("possible");
        assertThat(mail.getMessageID()).isEqualTo(MAIL.messageId());
        assertThat(mail.getSentDate()).isEqualTo(MAIL.writtenAt());
    }

    @Test
    void a_mail_answers_to_its_thread_and_can_be_ended_by_one_click() throws Exception {
        String thread = "<failure-0b5a@fixtrail.example.org>";
        send(new Mail(
                MAIL.recipient(),
                MAIL.subject(),
                MAIL.text(),
                MAIL.html(),
                MAIL.writtenAt(),
                MAIL.messageId(),
                thread,
                "https://fixtrail.example.org/unsubscribe.xhtml?token=abc",
                false));

        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("In-Reply-To")).containsExactly(thread);
        assertThat(mail.getHeader("References")).containsExactly(thread);
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<https://fixtrail.example.org/unsubscribe.xhtml?token=abc>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getMessageID()).isEqualTo(MAIL.messageId());
    }

    @Test
    void a_line_takes_several_mails() throws Exception {
        try (MailLine line = sender(server.getPortAllocated(), MailTls.NONE).open()) {
            assertThat(line.send(MAIL)).isInstanceOf(SendAnswer.Taken.class);
            assertThat(line.send(MAIL)).isInstanceOf(SendAnswer.Taken.class);
        }
        assertThat(received).hasSize(2);
    }

    @Test
    void a_line_break_in_a_subject_starts_no_header() throws Exception {
        send(withSubject("late\r\nBcc: thief@example.org\r\n\r\nbody"));

        MimeMessage mail = onlyMail();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("late Bcc: thief@example.org body");
    }

    @Test
    void a_long_subject_is_folded_and_arrives_whole() throws Exception {
        String subject = "Target missed: " + "a rather long title ü ".repeat(25).strip();
        send(withSubject(subject));

        assertThat(onlyMail().getSubject()).isEqualTo(subject);
        assertThat(new String(received.get(0), java.nio.charset.StandardCharsets.US_ASCII).lines())
                .allMatch(line -> line.length() <= 998);
    }

    @Test
    void a_recipient_refused_for_good_is_told_from_one_refused_for_now() throws Exception {
        assertThat(send(to("gone@example.org"))).isEqualTo(new SendAnswer.Refused(true, "550 no such person"));
        assertThat(send(to("full@example.org"))).isEqualTo(new SendAnswer.Refused(false, "452 mailbox full"));
        assertThat(received).isEmpty();
    }

    @Test
    void a_mail_refused_after_its_data_is_certainly_not_out() throws Exception {
        assertThat(send(withSubject("refuse me"))).isEqualTo(new SendAnswer.Refused(true, "554 not wanted here"));
        assertThat(send(withSubject("defer me"))).isEqualTo(new SendAnswer.Refused(false, "451 come back later"));
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS_UP_AFTER_THE_DATA", "SILENT_AFTER_THE_DATA"})
    void without_an_answer_to_its_data_a_mail_may_be_out(Behaviour behaviour) throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(behaviour);
                MailLine line = sender(scripted.port(), MailTls.NONE).open()) {
            assertThat(line.send(MAIL)).isInstanceOfSatisfying(SendAnswer.Broken.class, broken -> {
                assertThat(broken.mayBeOut()).isTrue();
                assertThat(broken.reason()).isNotBlank();
            });
        }
    }

    @Test
    void a_mail_that_was_broken_off_in_the_middle_is_certainly_not_out() throws Exception {
        Mail large = new Mail(
                MAIL.recipient(),
                MAIL.subject(),
                "a line of text\n".repeat(2_000_000),
                MAIL.html(),
                MAIL.writtenAt(),
                MAIL.messageId(),
                null,
                null,
                false);
        try (ScriptedServer scripted = new ScriptedServer(Behaviour.HANGS_UP_AT_THE_BEGIN_OF_THE_DATA);
                MailLine line = sender(scripted.port(), MailTls.NONE).open()) {
            assertThat(line.send(large))
                    .isInstanceOfSatisfying(
                            SendAnswer.Broken.class,
                            broken -> assertThat(broken.mayBeOut()).isFalse());
        }
    }

    @Test
    void a_server_that_is_silent_is_given_up_in_time() throws Exception {
        try (ScriptedServer scripted = new ScriptedServer(Behaviour.SILENT)) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> sender(scripted.port(), MailTls.NONE).open())
                    .isInstanceOf(MailUnreachable.class)
                    .hasMessageContaining("timed out");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_server_that_is_away_is_unreachable() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> sender(port, MailTls.NONE).open())
                .isInstanceOf(MailUnreachable.class)
                .hasMessageContaining("127.0.0.1, " + port);
    }

    @Test
    void nothing_is_sent_in_the_clear_where_tls_is_asked_for() {
        assertThatThrownBy(() ->
                        sender(server.getPortAllocated(), MailTls.STARTTLS).open())
                .isInstanceOf(MailUnreachable.class)
                .hasMessageContaining("STARTTLS");
    }

    @Test
    void what_is_no_address_is_refused_without_asking_the_server() throws Exception {
        assertThat(send(to("risk@example.org\r\nBcc: thief@example.org")))
                .isInstanceOfSatisfying(
                        SendAnswer.Refused.class,
                        refused -> assertThat(refused.permanent()).isTrue());
        assertThat(received).isEmpty();
    }

    @Test
    void without_a_host_there_is_no_mail_server() {
        assertThat(new SmtpSender(settings(null, 25, MailTls.NONE)).isConfigured())
                .isFalse();
        assertThat(sender(25, MailTls.NONE).isConfigured()).isTrue();
    }

    private SendAnswer send(Mail mail) throws MailUnreachable {
        try (MailLine line = sender(server.getPortAllocated(), MailTls.NONE).open()) {
            return line.send(mail);
        }
    }

    private static SmtpSender sender(int port, MailTls tls) {
        return new SmtpSender(settings("127.0.0.1", port, tls));
    }

    private static MailSettings settings(@Nullable String host, int port, MailTls tls) {
        return new MailSettings(host, port, "fixtrail@example.org", null, null, tls, null, PATIENCE, PATIENCE);
    }

    private static Mail to(String recipient) {
        return new Mail(
                recipient,
                MAIL.subject(),
                MAIL.text(),
                MAIL.html(),
                MAIL.writtenAt(),
                MAIL.messageId(),
                null,
                null,
                false);
    }

    private static Mail withSubject(String subject) {
        return new Mail(
                MAIL.recipient(),
                subject,
                MAIL.text(),
                MAIL.html(),
                MAIL.writtenAt(),
                MAIL.messageId(),
                null,
                null,
                false);
    }

    private MimeMessage onlyMail() throws MessagingException {
        assertThat(received).hasSize(1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(received.get(0)));
    }

    private final class Handler implements MessageHandler {
        @SuppressWarnings("UnusedVariable")
        Handler(MessageContext context) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("gone")) {
                throw new RejectException(550, "no such person");
            }
            if (recipient.startsWith("full")) {
                throw new RejectException(452, "mailbox full");
            }
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            byte[] mail = data.readAllBytes();
            if (new String(mail, java.nio.charset.StandardCharsets.US_ASCII).contains("Subject: refuse me")) {
                throw new RejectException(554, "not wanted here");
            }
            if (new String(mail, java.nio.charset.StandardCharsets.US_ASCII).contains("Subject: defer me")) {
                throw new RejectException(451, "come back later");
            }
            received.add(mail);
            return null;
        }

        @Override
        public void done() {}
    }
}
