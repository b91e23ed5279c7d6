package org.fixtrail.web.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fixtrail.web.api.JsonMapper;

/** Writes JSON where JAX-RS is not at work. */
final class JsonAnswers {
    private static final ObjectMapper MAPPER = JsonMapper.create();

    private JsonAnswers() {}

    static void write(HttpServletResponse response, int status, String type, Object value) throws IOException {
        byte[] body = MAPPER.writeValueAsBytes(value);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static <T> T read(byte[] body, Class<T> type) throws IOException {
        return MAPPER.readValue(body, type);
    }
}
