package org.fixtrail.web.api;

import jakarta.ws.rs.WebApplicationException;
import org.fixtrail.domain.failure.FieldProblem;

/** A parameter of a request is wrong; one of JAX-RS's own exceptions, so that it comes through where JAX-RS reads parameters. */
public class BadRequest extends WebApplicationException {
    private static final long serialVersionUID = 1;
    private static final int UNPROCESSABLE = 422;

    private final transient FieldProblem problem;

    public BadRequest(String field, String problem) {
        super(field + " " + problem, UNPROCESSABLE);
        this.problem = new FieldProblem(field, problem);
    }

    FieldProblem problem() {
        return problem;
    }
}
