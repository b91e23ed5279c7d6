package org.fixtrail.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.services.organisation.OrganisationResult;

/**
 * What starts an installation: {@code bootstrap} creates the first organisation with its administrator and its compliance
 * officer, {@code demo-people} an organisation with passwords and tokens for a demonstration.
 */
@WebServlet(urlPatterns = OperatorDoor.BELOW + "*")
public class OperatorServlet extends OperatorDoor {
    private static final long serialVersionUID = 1;

    @Inject
    private transient OperatorActions actions;

    @Inject
    @ConfigProperty(name = "fixtrail.demo", defaultValue = "false")
    private boolean demo;

    @Override
    void answer(String action, byte[] body, HttpServletResponse response) throws IOException {
        if (action.equals("/bootstrap")) {
            answerBootstrap(JsonAnswers.read(body, OperatorJson.WantedOrganisation.class), response);
        } else if (action.equals("/demo-people") && demo) {
            answerDemo(JsonAnswers.read(body, OperatorJson.Demo.class), response);
        } else {
            nothing(response);
        }
    }

    private void answerBootstrap(OperatorJson.WantedOrganisation wanted, HttpServletResponse response)
            throws IOException {
        OrganisationResult result = actions.bootstrap(wanted);
        if (result instanceof OrganisationResult.AlreadyThere) {
            json(response, HttpServletResponse.SC_OK, Map.of("alreadyDone", true));
        } else if (result instanceof OrganisationResult.Created created) {
            json(response, HttpServletResponse.SC_CREATED, OperatorJson.MadeOrganisation.of(created));
        } else if (result instanceof OrganisationResult.Invalid invalid) {
            invalid(response, invalid);
        }
    }

    private void answerDemo(OperatorJson.Demo wanted, HttpServletResponse response) throws IOException {
        OrganisationResult result = actions.demo(wanted);
        if (result instanceof OrganisationResult.AlreadyThere) {
            alreadyThere(response);
        } else if (result instanceof OrganisationResult.Created created) {
            UUID organisation = created.organisationId();
            List<OperatorJson.DemoPerson> people = actions.withTokens(created, wanted);
            json(response, HttpServletResponse.SC_CREATED, new OperatorJson.DemoMade(organisation, people));
        } else if (result instanceof OrganisationResult.Invalid invalid) {
            invalid(response, invalid);
        }
    }
}
