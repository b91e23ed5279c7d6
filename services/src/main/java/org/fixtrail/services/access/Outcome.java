package org.fixtrail.services.access;

import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;

/** The answer of a use case that may be refused for a reason that the caller can mend. */
public sealed interface Outcome<T> {

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /**
     * It was not done, and nothing was stored.
     *
     * @param rule name of the rule that spoke against it, stable for programs
     * @param reason what is wrong and what to do, for a person
     * @param problems the fields that are wrong, if it is about fields
     */
    record Refused<T>(String rule, String reason, List<FieldProblem> problems) implements Outcome<T> {
        /** The same refusal of something wider. */
        public <S> Outcome<S> as() {
            return new Refused<>(rule, reason, problems);
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(String rule, String reason) {
        return new Refused<>(rule, reason, List.of());
    }

    /** One field is wrong. */
    static <T> Refused<T> invalid(String field, String problem) {
        return invalid(List.of(new FieldProblem(field, problem)));
    }

    /** The rule is {@code invalid-fields}. */
    static <T> Refused<T> invalid(List<FieldProblem> problems) {
        return new Refused<>("invalid-fields", "Some fields are missing or wrong.", List.copyOf(problems));
    }
}
