package org.fixtrail.web.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Refuses query parameters that nothing reads: a misspelt filter would otherwise answer with everything. */
@Provider
public class QueryNames implements ContainerRequestFilter {
    @Context
    @SuppressWarnings("NullAway")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Map<String, Parameter> known = known(resource.getResourceMethod());
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            Parameter parameter = known.get(name);
            if (parameter == null) {
                throw new BadRequest(name, "is not a parameter here; there are " + known.keySet());
            }
            if (values.size() > 1 && !Collection.class.isAssignableFrom(parameter.getType())) {
                throw new BadRequest(name, "may be given once");
            }
        });
    }

    private static Map<String, Parameter> known(Method method) {
        Map<String, Parameter> known = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                known.put(query.value(), parameter);
            }
        }
        return known;
    }
}
