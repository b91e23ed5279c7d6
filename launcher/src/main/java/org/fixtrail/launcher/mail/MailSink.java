package org.fixtrail.launcher.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on 127.0.0.1 that takes every message and keeps it as an {@code .eml} file: the sender is told 250 only
 * when the file is on the disk.
 */
public final class MailSink implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 20;
    private static final int MOST_RECIPIENTS = 100;
    private static final int IDLE_SECONDS = 60;

    private final SMTPServer server;

    private MailSink(SMTPServer server) {
        this.server = server;
    }

    /**
     * Starts listening.
     *
     * @param folder where the messages go; made if it is not there
     * @param port where it listens; 0 takes a free one
     * @param clock names the files
     * @throws IOException if the port is taken or the folder cannot be written
     */
    public static MailSink start(Path folder, int port, Clock clock) throws IOException {
        Mailbox mailbox = Mailbox.open(folder, clock);
        int chosen = port == 0 ? freePort() : port;
        requireFree(chosen);
        SMTPServer server = SMTPServer.port(chosen)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Fixtrail mail sink")
                .maxMessageSize(Mailbox.MOST_BYTES_A_MESSAGE)
                .maxConnections(MOST_CONNECTIONS)
                .maxRecipients(MOST_RECIPIENTS)
                .connectionTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
                .insertReceivedHeaders(true)
                .messageHandlerFactory(context -> new Reception(mailbox))
                .build();
        server.start();
        return new MailSink(server);
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    /** The messages in a folder, oldest first; for those who look into a sink's folder. */
    public static List<Path> messages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }
}
