package org.fixtrail.web.page;

import jakarta.persistence.OptimisticLockException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.Outcome;
import org.jspecify.annotations.Nullable;

/** What a use case said against the last thing that a form asked for: a reason for the whole, problems for the fields. */
public class Answers implements Serializable {
    private static final long serialVersionUID = 1;

    private final Map<String, String> problems = new HashMap<>();
    private @Nullable String reason;
    private boolean changed;

    /** Asks, and keeps what was said against it. Empty if anything was. */
    public <T> Optional<T> ask(Supplier<Outcome<T>> useCase) {
        clear();
        try {
            Outcome<T> outcome = useCase.get();
            if (outcome instanceof Outcome.Refused<T> refused) {
                refuse(refused.reason(), refused.problems());
                return Optional.empty();
            }
            return Optional.of(((Outcome.Done<T>) outcome).value());
        } catch (RuntimeException e) {
            if (!isChange(e)) {
                throw e;
            }
            changed = true;
            reason = new Changed().getMessage();
            return Optional.empty();
        }
    }

    /** For what the page can tell without asking, such as a time that cannot be read. */
    public void refuse(List<FieldProblem> found) {
        clear();
        refuse("Some fields are missing or wrong.", found);
    }

    public void clear() {
        problems.clear();
        reason = null;
        changed = false;
    }

    /** What is wrong as a whole, or null. */
    public @Nullable String getReason() {
        return reason;
    }

    /** Whether somebody else changed the same thing meanwhile. */
    public boolean isChanged() {
        return changed;
    }

    /** What is wrong with a field, or null. */
    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    /** Problems of fields that the page does not show one by one. */
    public List<String> others(List<String> shown) {
        return problems.entrySet().stream()
                .filter(entry -> !shown.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .toList();
    }

    private void refuse(String why, List<FieldProblem> found) {
        reason = why;
        found.forEach(problem -> problems.merge(problem.field(), problem.problem(), (a, b) -> a + "; " + b));
    }

    /** The lock may show only at the commit, wrapped by the transaction. */
    private static boolean isChange(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof Changed || cause instanceof OptimisticLockException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
