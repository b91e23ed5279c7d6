package org.fixtrail.web.api;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Has Jackson read and write bodies; the server's default, JSON-B, has no bounds on what it reads. */
@Provider
public class JacksonFeature implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
        context.property("jersey.config.jsonFeature", "JacksonFeature");
        context.property("jersey.config.jsonFeature.server", "JacksonFeature");
        context.register(new org.glassfish.jersey.jackson.JacksonFeature());
        return true;
    }
}
