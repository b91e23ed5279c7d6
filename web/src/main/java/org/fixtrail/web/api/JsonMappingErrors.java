package org.fixtrail.web.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers JSON that has another form than asked for; comes before the server's own mapper of the same exception, which names classes. */
@Provider
@Priority(1)
public class JsonMappingErrors implements ExceptionMapper<JsonMappingException> {
    @Override
    public Response toResponse(JsonMappingException wrong) {
        return JsonProblems.of(wrong);
    }
}
