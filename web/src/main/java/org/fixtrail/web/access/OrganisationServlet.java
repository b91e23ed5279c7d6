package org.fixtrail.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fixtrail.services.organisation.OrganisationResult;

/** What the operator does with organisations: {@code ./fixtrail organisation} calls it. No role of people reaches it. */
@WebServlet(urlPatterns = OrganisationServlet.PATH + "/*")
public class OrganisationServlet extends OperatorDoor {
    static final String PATH = BELOW + "organisations";

    private static final long serialVersionUID = 1;

    @Inject
    private transient OperatorActions actions;

    @Override
    void answer(String action, byte[] body, HttpServletResponse response) throws IOException {
        switch (action) {
            case "/create" -> create(JsonAnswers.read(body, OperatorJson.WantedOrganisation.class), response);
            case "/list" -> json(response, HttpServletResponse.SC_OK, actions.organisations());
            default -> nothing(response);
        }
    }

    private void create(OperatorJson.WantedOrganisation wanted, HttpServletResponse response) throws IOException {
        OrganisationResult result = actions.create(wanted);
        if (result instanceof OrganisationResult.AlreadyThere) {
            alreadyThere(response);
        } else if (result instanceof OrganisationResult.Created created) {
            json(response, HttpServletResponse.SC_CREATED, OperatorJson.MadeOrganisation.of(created));
        } else if (result instanceof OrganisationResult.Invalid invalid) {
            invalid(response, invalid);
        }
    }
}
