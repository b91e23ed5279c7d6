package org.fixtrail.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-07T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void a_message_is_a_file_before_the_sender_hears_250() throws IOException {
        try (MailSink sink = MailSink.start(folder, 0, CLOCK);
                Conversation smtp = new Conversation(sink.port())) {
            assertThat(smtp.send("Subject: late\r\n\r\n..a dot\r\n")).startsWith("250");

            assertThat(MailSink.messages(folder)).singleElement().satisfies(file -> {
                assertThat(file.getFileName()).hasToString("20260107T080000.000Z-000001.eml");
                assertThat(Files.readString(file)).contains("Subject: late\r\n\r\n.a dot\r\n");
            });
        }
    }

    @Test
    void a_message_cut_off_leaves_no_file() throws IOException {
        try (MailSink sink = MailSink.start(folder, 0, CLOCK)) {
            try (Conversation smtp = new Conversation(sink.port())) {
                smtp.begin();
                smtp.write("Subject: half\r\n");
            }
            try (Conversation smtp = new Conversation(sink.port())) {
                smtp.send("Subject: whole\r\n\r\n");
            }

            assertThat(MailSink.messages(folder))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).contains("whole"));
        }
    }

    @Test
    void a_taken_port_is_refused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> MailSink.start(folder, taken.getLocalPort(), CLOCK))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_full_folder_takes_no_more_and_keeps_what_it_has() throws IOException {
        Mailbox mailbox = Mailbox.open(folder, CLOCK, 10);

        assertThat(mailbox.store(bytes(8))).isEqualTo(Mailbox.Outcome.STORED);
        assertThat(mailbox.store(bytes(3))).isEqualTo(Mailbox.Outcome.FULL);
        assertThat(mailbox.store(bytes(2))).isEqualTo(Mailbox.Outcome.STORED);
        assertThat(Mailbox.open(folder, CLOCK, 10).store(bytes(1))).isEqualTo(Mailbox.Outcome.FULL);
        assertThat(MailSink.messages(folder)).hasSize(2);
    }

    @Test
    void a_message_over_the_limit_is_refused_and_not_kept() throws IOException {
        Mailbox mailbox = Mailbox.open(folder, CLOCK);

        assertThat(mailbox.store(bytes(Mailbox.MOST_BYTES_A_MESSAGE + 1))).isEqualTo(Mailbox.Outcome.TOO_BIG);
        assertThat(MailSink.messages(folder)).isEmpty();
    }

    private static ByteArrayInputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    /** SMTP as it goes over the wire. */
    private static final class Conversation implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Conversation(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out = socket.getOutputStream();
            in.readLine();
        }

        void begin() throws IOException {
            say("HELO here");
            say("MAIL FROM:<fixtrail@localhost>");
            say("RCPT TO:<risk@example.org>");
            assertThat(say("DATA")).startsWith("354");
        }

        String send(String message) throws IOException {
            begin();
            write(message);
            return say(".");
        }

        String say(String line) throws IOException {
            write(line + "\r\n");
            return String.valueOf(in.readLine());
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
