package org.fixtrail.web.access;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.Outcome;

/** Tells a page's user what became of an action. */
public final class PageMessages {
    private PageMessages() {}

    public static void done(String text) {
        add(FacesMessage.SEVERITY_INFO, text);
    }

    public static void refused(String text) {
        add(FacesMessage.SEVERITY_ERROR, text);
    }

    /**
     * The value of an outcome; empty after telling why there is none.
     *
     * @param labels how the page calls the fields that problems name
     */
    public static <T> Optional<T> value(Outcome<T> outcome, Map<String, String> labels) {
        if (outcome instanceof Outcome.Done<T> done) {
            return Optional.of(done.value());
        }
        Outcome.Refused<T> refused = (Outcome.Refused<T>) outcome;
        if (refused.problems().isEmpty()) {
            refused(refused.reason());
        }
        for (FieldProblem problem : refused.problems()) {
            refused(labels.getOrDefault(problem.field(), problem.field()) + ": " + problem.problem());
        }
        return Optional.empty();
    }

    /** Opens a page by its first question to a use case; one that is not permitted gives 403. */
    public static void open(Runnable question) {
        try {
            question.run();
        } catch (NotPermitted e) {
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                faces.getExternalContext().responseSendError(403, e.getMessage());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            faces.responseComplete();
        }
    }

    /** For this one answer only: a secret that is shown once. */
    public static void showOnce(String name, Object value) {
        FacesContext.getCurrentInstance().getExternalContext().getRequestMap().put(name, value);
    }

    private static void add(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
