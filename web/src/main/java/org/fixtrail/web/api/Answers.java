package org.fixtrail.web.api;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.fixtrail.services.access.Outcome;

/** Turns what a use case answers into what the API answers: refusals become problem documents. */
public final class Answers {
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private Answers() {}

    public static <T> Response of(Outcome<T> outcome, Function<T, Response> whenDone) {
        if (outcome instanceof Outcome.Done<T> done) {
            return whenDone.apply(done.value());
        }
        Outcome.Refused<T> refused = (Outcome.Refused<T>) outcome;
        return refused.problems().isEmpty()
                ? Problem.of(refused.rule(), CONFLICT, "Refused", refused.reason(), java.util.List.of())
                : Problem.of(refused.rule(), UNPROCESSABLE, "Invalid fields", refused.reason(), refused.problems());
    }
}
