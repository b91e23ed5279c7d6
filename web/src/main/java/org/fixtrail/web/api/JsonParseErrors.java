package org.fixtrail.web.api;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers JSON that is not well-formed; comes before the server's own mapper of the same exception, which names classes. */
@Provider
@Priority(1)
public class JsonParseErrors implements ExceptionMapper<JsonParseException> {
    @Override
    public Response toResponse(JsonParseException wrong) {
        return JsonProblems.of(wrong);
    }
}
