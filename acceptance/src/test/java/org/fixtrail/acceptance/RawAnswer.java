package org.fixtrail.acceptance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What was answered to a request that no client would write: its path goes out as it is.
 *
 * @param text the body
 */
record RawAnswer(int status, String text) {
    private static final int LIMIT = (int) Duration.ofSeconds(30).toMillis();

    static RawAnswer to(Product product, String method, String path, String header) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", product.port()), LIMIT);
            socket.setSoTimeout(LIMIT);
            String request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + product.port() + "\r\n" + header
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String[] words = answer.split(" ", 3);
            if (words.length < 2 || !words[1].matches("\\d{3}.*")) {
                throw new AssertionError("no answer to " + method + " " + path + ": " + answer);
            }
            int body = answer.indexOf("\r\n\r\n");
            return new RawAnswer(Integer.parseInt(words[1].substring(0, 3)), body < 0 ? "" : answer.substring(body));
        }
    }
}
