package org.fixtrail.web.oidc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.ext.ContextResolver;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/** Lets Keycloak's client for administration run on the server's own Jersey instead of RESTEasy. Found by its service file. */
public class JerseyAdminClient implements ResteasyClientProvider {

    /** Keycloak adds members from release to release, and refuses some that are null. */
    private static final class Mapper implements ContextResolver<ObjectMapper> {
        private final ObjectMapper mapper = new ObjectMapper()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .setSerializationInclusion(JsonInclude.Include.NON_NULL);

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return mapper;
        }
    }

    @Override
    public Client newRestEasyClient(@Nullable Object jackson, @Nullable SSLContext tls, boolean withoutTrustManager) {
        ClientBuilder builder = ClientBuilder.newBuilder();
        if (tls != null) {
            builder.sslContext(tls);
        }
        return builder.register(JacksonFeature.class)
                .register(new Mapper())
                // Keycloak has DELETE requests with a body
                .property(ClientProperties.SUPPRESS_HTTP_COMPLIANCE_VALIDATION, true)
                .property(ClientProperties.CONNECT_TIMEOUT, Provider.CONNECT_MILLIS)
                .property(ClientProperties.READ_TIMEOUT, 2 * Provider.READ_MILLIS)
                .build();
    }

    @Override
    public <R> R targetProxy(WebTarget target, Class<R> resource) {
        return WebResourceFactory.newResource(resource, target);
    }
}
