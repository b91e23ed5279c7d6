package org.fixtrail.launcher.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The application that runs, as the launcher asks it whether it is up. */
public final class Application {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final ServerAddress address;
    private final HttpClient http;

    public Application(ServerAddress address) {
        this.address = address;
        this.http = address.client();
    }

    /** True if {@code GET /health/ready} answers 200. */
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(address.base().resolve("/health/ready"))
                .timeout(PROBE_LIMIT)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
