package org.fixtrail.web.api;

import org.fixtrail.domain.failure.FieldProblem;

/** A parameter of a request is wrong. */
public class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient FieldProblem problem;

    public BadRequest(String field, String problem) {
        super(field + " " + problem);
        this.problem = new FieldProblem(field, problem);
    }

    FieldProblem problem() {
        return problem;
    }
}
