package org.fixtrail.acceptance;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the product with Keycloak to the tests: started for the first that asks, stopped after the last. Each class of tests
 * has browsers of its own, whose sessions might end while others are tested.
 */
final class TheKeycloakSite implements ParameterResolver {

    /** What the store closes at the end of the run. */
    private record Started(Product product, URI provider) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                product.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KeycloakSite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Started.class, key -> start(), Started.class);
        return context.getStore(Namespace.GLOBAL)
                .computeIfAbsent(KeycloakSite.class, key -> visited(started), KeycloakSite.class);
    }

    private static Started start() {
        try {
            int port = Product.freePort();
            Started started =
                    new Started(Product.startWithKeycloak("keycloak", port), URI.create("http://127.0.0.1:" + port));
            KeycloakSite.choosePasswords(started.product());
            return started;
        } catch (Exception e) {
            throw new IllegalStateException("the product with Keycloak did not start", e);
        }
    }

    private static KeycloakSite visited(Started started) {
        try {
            return new KeycloakSite(started.product(), started.provider());
        } catch (Exception e) {
            throw new IllegalStateException("nobody could sign in at Keycloak", e);
        }
    }
}
