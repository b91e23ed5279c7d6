package org.fixtrail.web.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fixtrail.services.organisation.OrganisationResult;
import org.fixtrail.web.api.Problem;

/** What the operator's end points share: POST only, a small body, and nothing there for anybody but {@link OperatorGuard}'s. */
abstract class OperatorDoor extends HttpServlet {
    static final String BELOW = "/operator/v1/";

    private static final long serialVersionUID = 1;
    private static final int MOST_BYTES = 65_536;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient OperatorGuard guard;

    /**
     * Answers one request of the operator.
     *
     * @param action what stands in the path after the servlet's own, as in {@code /close}; empty where nothing stands
     */
    abstract void answer(String action, byte[] body, HttpServletResponse response) throws IOException;

    /** Any other method is answered as if there were nothing, too. */
    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean admitted = request.getMethod().equals("POST") && guard.admits(request);
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        try {
            if (body.length > MOST_BYTES) {
                EntryAnswers.problem(response, 413, "Too large", "At most 65,536 bytes.");
            } else if (admitted) {
                answer(request.getPathInfo() == null ? "" : request.getPathInfo(), body, response);
            } else {
                nothing(response);
            }
        } catch (JsonProcessingException e) {
            EntryAnswers.problem(response, 400, "Invalid JSON", e.getOriginalMessage());
        }
    }

    static void nothing(HttpServletResponse response) throws IOException {
        EntryAnswers.problem(response, 404, "Not found", "There is nothing here.");
    }

    static void alreadyThere(HttpServletResponse response) throws IOException {
        EntryAnswers.problem(response, 409, "Already there", "There is an organisation of this name.");
    }

    static void invalid(HttpServletResponse response, OrganisationResult.Invalid invalid) throws IOException {
        Problem problem = new Problem(
                "urn:fixtrail:problem:invalid-fields",
                "Invalid fields",
                UNPROCESSABLE,
                "Some fields are missing or wrong.",
                invalid.problems());
        JsonAnswers.write(response, UNPROCESSABLE, Problem.MEDIA_TYPE.toString(), problem);
    }

    static void json(HttpServletResponse response, int status, Object value) throws IOException {
        JsonAnswers.write(response, status, "application/json", value);
    }
}
