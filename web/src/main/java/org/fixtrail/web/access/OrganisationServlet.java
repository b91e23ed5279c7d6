package org.fixtrail.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.fixtrail.services.organisation.LifeResult;
import org.fixtrail.services.organisation.OrganisationResult;
import org.fixtrail.services.organisation.OrganisationRow;

/** What the operator does with organisations: {@code ./fixtrail organisation} calls it. No role of people reaches it. */
@WebServlet(urlPatterns = OrganisationServlet.PATH + "/*")
public class OrganisationServlet extends OperatorDoor {
    static final String PATH = BELOW + "organisations";

    private static final long serialVersionUID = 1;

    @Inject
    private transient OperatorActions actions;

    @Inject
    private transient OrganisationSteps steps;

    @Override
    void answer(String action, byte[] body, HttpServletResponse response) throws IOException {
        switch (action) {
            case "/create" -> create(JsonAnswers.read(body, OperatorJson.WantedOrganisation.class), response);
            case "/list" -> json(response, HttpServletResponse.SC_OK, actions.organisations());
            case "/close" -> step(steps.close(wantedStep(body)), response);
            case "/reopen" -> step(steps.reopen(wantedStep(body)), response);
            case "/delete" -> step(steps.delete(wantedStep(body)), response);
            case "/export" -> export(wantedStep(body), response);
            default -> nothing(response);
        }
    }

    private static OperatorJson.WantedStep wantedStep(byte[] body) throws IOException {
        return JsonAnswers.read(body, OperatorJson.WantedStep.class);
    }

    private static void step(LifeResult result, HttpServletResponse response) throws IOException {
        if (result instanceof LifeResult.Refused refused) {
            EntryAnswers.problem(response, HttpServletResponse.SC_CONFLICT, "Not done", refused.reason());
        } else {
            json(response, HttpServletResponse.SC_OK, Map.of("done", true));
        }
    }

    private void export(OperatorJson.WantedStep wanted, HttpServletResponse response) throws IOException {
        Optional<OrganisationRow> organisation = steps.find(wanted.organisation());
        if (organisation.isEmpty()) {
            step(new LifeResult.Refused("There is no organisation of this name."), response);
            return;
        }
        response.setContentType("application/zip");
        steps.export(organisation.get(), response.getOutputStream());
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
