package org.fixtrail.acceptance;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one product of the test run to the tests: started for the first that asks, stopped after the last. */
final class TheProduct implements ParameterResolver {

    /** What the store closes at the end of the run. */
    private record Started(Product product) implements AutoCloseable {
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
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Started.class, key -> start(), Started.class)
                .product();
    }

    private static Started start() {
        try {
            return new Started(Product.startNew("product"));
        } catch (Exception e) {
            throw new IllegalStateException("the product did not start", e);
        }
    }
}
