package org.fixtrail.launcher.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How this machine reaches the server, whatever name others know it by.
 *
 * @param base without a slash at the end
 * @param certificate SHA-256 of the certificate that the server shows, in hexadecimal; null without TLS
 */
public record ServerAddress(URI base, @Nullable String certificate) {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /** One that goes straight there; with TLS it trusts this server's certificate and no other, whatever names it holds. */
    public HttpClient client() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_LIMIT);
        if (certificate != null) {
            builder.sslContext(PinnedCertificate.context(certificate));
        }
        return builder.build();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
