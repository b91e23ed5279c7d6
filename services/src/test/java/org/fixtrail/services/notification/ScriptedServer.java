package org.fixtrail.services.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A mail server that misbehaves in one chosen way, which no real one would do on demand. */
final class ScriptedServer implements AutoCloseable {
    /** How the server behaves once a client is there. */
    enum Behaviour {
        /** Accepts the connection and never says a word. */
        SILENT,
        /** Breaks the connection as soon as data comes. */
        HANGS_UP_AT_THE_BEGIN_OF_THE_DATA,
        /** Takes all of the mail and breaks the connection instead of answering. */
        HANGS_UP_AFTER_THE_DATA,
        /** Takes all of the mail and never answers. */
        SILENT_AFTER_THE_DATA
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Thread thread;

    ScriptedServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            if (behaviour == Behaviour.SILENT) {
                stopped.join();
                return;
            }
            talk(client);
        } catch (IOException e) {
            stopped.completeExceptionally(e);
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        say(client, "220 scripted");
        String line = in.readLine();
        while (line != null && !line.equals("DATA")) {
            say(client, "250 ok");
            line = in.readLine();
        }
        say(client, "354 go on");
        if (behaviour == Behaviour.HANGS_UP_AT_THE_BEGIN_OF_THE_DATA) {
            in.readLine();
            return;
        }
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        if (behaviour == Behaviour.SILENT_AFTER_THE_DATA) {
            stopped.join();
        }
    }

    private static void say(Socket client, String reply) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        stopped.complete(null);
        socket.close();
    }
}
