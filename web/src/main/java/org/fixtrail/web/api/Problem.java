package org.fixtrail.web.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type a URI reference that names the kind of problem; {@code about:blank} where the status says it all
 * @param detail what is wrong and what to do, for a person
 * @param errors the fields that are wrong, or null
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldProblem> errors) {
    public static final MediaType MEDIA_TYPE = MediaType.valueOf("application/problem+json");

    public static Response of(int status, String title, String detail) {
        return response(new Problem("about:blank", title, status, detail, null));
    }

    public static Response of(String type, int status, String title, String detail, List<FieldProblem> errors) {
        return response(new Problem("urn:fixtrail:problem:" + type, title, status, detail, errors));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
