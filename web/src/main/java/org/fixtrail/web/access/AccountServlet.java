package org.fixtrail.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.GiveOneTimePassword;
import org.fixtrail.services.access.GiveOneTimePassword.Answer;

/** What the operator does with accounts: {@code ./fixtrail account} calls it. No role of people reaches it. */
@WebServlet(urlPatterns = AccountServlet.PATH + "/*")
public class AccountServlet extends OperatorDoor {
    static final String PATH = BELOW + "accounts";

    private static final long serialVersionUID = 1;

    @Inject
    private transient GiveOneTimePassword giveOneTimePassword;

    @Override
    void answer(String action, byte[] body, HttpServletResponse response) throws IOException {
        if (action.equals("/new-password")) {
            newPassword(JsonAnswers.read(body, OperatorJson.WantedPassword.class), response);
        } else {
            nothing(response);
        }
    }

    private void newPassword(OperatorJson.WantedPassword wanted, HttpServletResponse response) throws IOException {
        String email = wanted.email() == null ? "" : wanted.email();
        Answer answer = CallerContext.as(
                Caller.operator(UUID.randomUUID()),
                () -> giveOneTimePassword.give(email, wanted.withoutSecondFactor()));
        if (answer instanceof Answer.Given given) {
            json(response, HttpServletResponse.SC_OK, OperatorJson.NewPassword.of(given));
        } else if (answer instanceof Answer.Refused refused) {
            EntryAnswers.problem(response, HttpServletResponse.SC_CONFLICT, "Not done", refused.reason());
        }
    }
}
