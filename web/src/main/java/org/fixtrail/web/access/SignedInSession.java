package org.fixtrail.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * What a browser's session remembers of the sign-in. Rights are not among it: they are read anew at each request.
 *
 * @param passwordVersion of the sign-in; another one ends the session
 * @param mustChangePassword nothing else may be done before the one-time password is changed
 */
record SignedInSession(
        UUID accountId, UUID organisationId, String organisationName, int passwordVersion, boolean mustChangePassword)
        implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String NAME = SignedInSession.class.getName();

    static Optional<SignedInSession> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (SignedInSession) session.getAttribute(NAME));
    }

    /** The session gets a new id, so that one that was known before the sign-in is worth nothing. */
    void open(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(NAME, this);
    }

    static void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    SignedInSession withPassword(int version) {
        return new SignedInSession(accountId, organisationId, organisationName, version, false);
    }
}
