package org.fixtrail.web.oidc;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.fixtrail.services.access.Outcome;

/** Why a sign-in came to nothing, told on a page of its own: an address with a used code must not stay in the browser. */
@Named
@RequestScoped
public class OidcProblem {
    private static final String NAME = OidcProblem.class.getName();

    private final HttpServletRequest request;

    @Inject
    public OidcProblem(HttpServletRequest request) {
        this.request = request;
    }

    @SuppressWarnings("NullAway")
    protected OidcProblem() {
        this(null);
    }

    public String getReason() {
        HttpSession session = request.getSession(false);
        Object reason = session == null ? null : session.getAttribute(NAME);
        return reason == null ? "The sign-in came to nothing." : reason.toString();
    }

    static void show(Outcome.Refused<?> refused, HttpServletRequest request, HttpServletResponse response) {
        request.getSession(true).setAttribute(NAME, refused.reason());
        send(OidcPaths.PROBLEM, request, response);
    }

    static void send(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
