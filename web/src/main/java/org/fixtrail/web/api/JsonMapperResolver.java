package org.fixtrail.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Hands {@link JsonMapper} to JAX-RS. */
@Provider
public class JsonMapperResolver implements ContextResolver<ObjectMapper> {
    private final ObjectMapper mapper = JsonMapper.create();

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }
}
