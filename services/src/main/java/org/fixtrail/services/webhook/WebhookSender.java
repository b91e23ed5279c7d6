package org.fixtrail.services.webhook;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.services.notification.MailText;
import org.fixtrail.services.notification.SendAnswer;
import org.fixtrail.services.notification.TrustedCertificates;

/**
 * Posts messages to endpoints: over a new connection each, without redirects, cookies or repeats of its own, and with limits on
 * the time and on what is read of the answer.
 */
@ApplicationScoped
public class WebhookSender {
    private static final Logger LOG = Logger.getLogger(WebhookSender.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(20);
    private static final int ANSWER_BYTES = 400;
    private static final int CONNECTIONS = 16;
    private static final int GONE = 410;
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(8_192)
            .setMaxHeaderCount(100)
            .setMaxEmptyLineCount(5)
            .build();

    private final CloseableHttpClient client;
    private final Clock clock;
    private final Duration whole;

    @Inject
    public WebhookSender(
            WebhookAddresses addresses,
            Clock clock,
            @ConfigProperty(name = "fixtrail.webhook.trusted-certificates") Optional<String> trusted)
            throws IOException {
        this(addresses, clock, context(trusted), READ, WHOLE);
    }

    WebhookSender(WebhookAddresses addresses, Clock clock, SSLContext tls, Duration read, Duration whole) {
        this.clock = clock;
        this.whole = whole;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setHandshakeTimeout(Timeout.of(read))
                                .build())
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoTimeout(Timeout.of(read))
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(BOUNDS)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT))
                                .setSocketTimeout(Timeout.of(read))
                                .build())
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(CONNECT))
                        .setResponseTimeout(Timeout.of(read))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Fixtrail-Webhook")
                .build();
    }

    @SuppressWarnings("NullAway")
    protected WebhookSender() {
        this.client = null;
        this.clock = null;
        this.whole = WHOLE;
    }

    private static SSLContext context(Optional<String> trusted) throws IOException {
        return trusted.isPresent() ? TrustedCertificates.only(Path.of(trusted.get())) : SSLContexts.createDefault();
    }

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }

    /** A refusal is permanent where the endpoint says that it is gone for good (410). */
    SendAnswer send(WebhookPost post) {
        Instant now = Instant.now(clock);
        HttpPost request = new HttpPost(post.address());
        request.setHeader("webhook-id", post.id());
        request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        request.setHeader(
                "webhook-signature",
                post.secrets().stream()
                        .map(secret -> secret.sign(post.id(), now, post.body()))
                        .collect(joining(" ")));
        Body body = new Body(post.body());
        request.setEntity(body);
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                request::cancel, CompletableFuture.delayedExecutor(whole.toMillis(), TimeUnit.MILLISECONDS));
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            return answer(response);
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> "webhook " + post.id() + " was not taken");
            return notTaken(e, body, request.isCancelled());
        } finally {
            end.cancel(false);
        }
    }

    private static SendAnswer answer(ClassicHttpResponse response) {
        int status = response.getCode();
        String said = MailText.oneLine(status + " " + response.getReasonPhrase() + " " + firstBytes(response));
        return status >= 200 && status < 300
                ? new SendAnswer.Taken(said)
                : new SendAnswer.Refused(status == GONE, said);
    }

    /** The status has been given: what goes wrong after it does not matter. */
    private static String firstBytes(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        try {
            InputStream content = entity.getContent();
            return content == null ? "" : new String(content.readNBytes(ANSWER_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private SendAnswer notTaken(IOException thrown, Body body, boolean cancelled) {
        String reason = MailText.oneLine(
                cancelled
                        ? "no answer within " + whole.toSeconds() + " seconds"
                        : thrown.getMessage() == null ? thrown.toString() : thrown.getMessage());
        boolean notReached = thrown instanceof UnknownHostException
                || thrown instanceof ConnectException
                || thrown instanceof NoRouteToHostException
                || thrown instanceof ConnectTimeoutException
                || thrown instanceof SSLException;
        return notReached && !body.written
                ? new SendAnswer.NotReached(reason)
                : new SendAnswer.Broken(body.written, reason);
    }

    /** Knows whether all of it was written: from then on the other side may have it. */
    private static final class Body extends HttpEntityWrapper {
        private boolean written;

        Body(String text) {
            super(new ByteArrayEntity(text.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            super.writeTo(out);
            written = true;
        }
    }
}
