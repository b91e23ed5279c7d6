package org.fixtrail.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.Changed;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.NotSignedIn;

/** Turns whatever went wrong into a problem document; the unexpected gives a number to look up in the log, no more. */
@Provider
public class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ErrorMapper.class.getName());
    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Response known = known(cause);
            if (known != null) {
                return known;
            }
            if (cause.getCause() == cause) {
                break;
            }
        }
        UUID number = UUID.randomUUID();
        LOG.log(Level.SEVERE, thrown, () -> "request failed, number " + number);
        return Problem.of(
                500, "Internal error", "Something went wrong here. Give your operator this number: " + number);
    }

    private static @org.jspecify.annotations.Nullable Response known(Throwable cause) {
        if (cause instanceof NotSignedIn) {
            return Problem.of(401, "Not signed in", message(cause));
        }
        if (cause instanceof NotPermitted) {
            return Problem.of(403, "Not permitted", message(cause));
        }
        if (cause instanceof NotFound) {
            return Problem.of(404, "Not found", message(cause));
        }
        if (cause instanceof Changed || cause instanceof OptimisticLockException || isUniqueViolation(cause)) {
            return Problem.of("changed", 409, "Changed meanwhile", message(new Changed()), List.of());
        }
        if (cause instanceof JsonProcessingException json) {
            return JsonProblems.of(json);
        }
        if (cause instanceof CharConversionException || cause instanceof CharacterCodingException) {
            return Problem.of("invalid-json", 400, "Invalid JSON", "The body is not valid UTF-8.", List.of());
        }
        if (cause instanceof BadRequest bad) {
            return Problem.of(
                    "invalid-fields", 422, "Invalid fields", "Some parameters are wrong.", List.of(bad.problem()));
        }
        if (cause instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return Problem.of(status, web.getResponse().getStatusInfo().getReasonPhrase(), message(web));
        }
        return null;
    }

    private static boolean isUniqueViolation(Throwable cause) {
        return cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private static String message(Throwable cause) {
        return cause.getMessage() == null ? "" : cause.getMessage();
    }
}
