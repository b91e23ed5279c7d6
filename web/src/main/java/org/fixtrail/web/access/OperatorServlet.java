package org.fixtrail.web.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.services.organisation.OrganisationResult;
import org.fixtrail.web.api.Problem;

/**
 * What only the operator does: {@code bootstrap} creates the first organisation with its administrator, {@code demo-people}
 * an organisation with passwords and tokens for a demonstration. Both do not exist for anybody but {@link OperatorGuard}'s.
 */
@WebServlet(urlPatterns = OperatorServlet.BELOW + "*")
public class OperatorServlet extends HttpServlet {
    static final String BELOW = "/operator/v1/";

    private static final long serialVersionUID = 1;
    private static final int MOST_BYTES = 65_536;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient OperatorGuard guard;

    @Inject
    private transient OperatorActions actions;

    @Inject
    @ConfigProperty(name = "fixtrail.demo", defaultValue = "false")
    private boolean demo;

    /** Any other method is answered as if there were nothing, too. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean admitted = request.getMethod().equals("POST") && guard.admits(request);
        String action = admitted ? request.getPathInfo() : "";
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        try {
            if (body.length > MOST_BYTES) {
                EntryAnswers.problem(response, 413, "Too large", "At most 65,536 bytes.");
            } else if ("/bootstrap".equals(action)) {
                answerBootstrap(JsonAnswers.read(body, OperatorJson.Bootstrap.class), response);
            } else if ("/demo-people".equals(action) && demo) {
                answerDemo(JsonAnswers.read(body, OperatorJson.Demo.class), response);
            } else {
                EntryAnswers.problem(response, 404, "Not found", "There is nothing here.");
            }
        } catch (JsonProcessingException e) {
            EntryAnswers.problem(response, 400, "Invalid JSON", e.getOriginalMessage());
        }
    }

    private void answerBootstrap(OperatorJson.Bootstrap wanted, HttpServletResponse response) throws IOException {
        OrganisationResult result = actions.bootstrap(wanted);
        if (result instanceof OrganisationResult.AlreadyThere) {
            json(response, HttpServletResponse.SC_OK, Map.of("alreadyDone", true));
        } else if (result instanceof OrganisationResult.Created created) {
            json(response, HttpServletResponse.SC_CREATED, OperatorJson.Bootstrapped.of(created));
        } else if (result instanceof OrganisationResult.Invalid invalid) {
            invalid(response, invalid);
        }
    }

    private void answerDemo(OperatorJson.Demo wanted, HttpServletResponse response) throws IOException {
        OrganisationResult result = actions.demo(wanted);
        if (result instanceof OrganisationResult.AlreadyThere) {
            EntryAnswers.problem(response, 409, "Already there", "There is an organisation of this name.");
        } else if (result instanceof OrganisationResult.Created created) {
            UUID organisation = created.organisationId();
            List<OperatorJson.DemoPerson> people = actions.withTokens(created, wanted);
            json(response, HttpServletResponse.SC_CREATED, new OperatorJson.DemoMade(organisation, people));
        } else if (result instanceof OrganisationResult.Invalid invalid) {
            invalid(response, invalid);
        }
    }

    private static void invalid(HttpServletResponse response, OrganisationResult.Invalid invalid) throws IOException {
        Problem problem = new Problem(
                "urn:fixtrail:problem:invalid-fields",
                "Invalid fields",
                UNPROCESSABLE,
                "Some fields are missing or wrong.",
                invalid.problems());
        JsonAnswers.write(response, UNPROCESSABLE, Problem.MEDIA_TYPE.toString(), problem);
    }

    private static void json(HttpServletResponse response, int status, Object value) throws IOException {
        JsonAnswers.write(response, status, "application/json", value);
    }
}
