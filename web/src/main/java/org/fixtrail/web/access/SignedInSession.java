package org.fixtrail.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.services.access.Membership;
import org.fixtrail.services.access.Sessions;

/**
 * What a browser's session remembers of the sign-in: which of the sessions on record it is. All else is read from there at
 * each request.
 *
 * @param organisationName as the pages show it
 */
public record SignedInSession(UUID id, UUID accountId, UUID organisationId, String organisationName)
        implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String NAME = SignedInSession.class.getName();

    public static Optional<SignedInSession> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(SignedInSession::find);
    }

    static Optional<SignedInSession> find(HttpSession session) {
        return Optional.ofNullable((SignedInSession) session.getAttribute(NAME));
    }

    /** The session gets a new id, so that one that was known before the sign-in is worth nothing. */
    void open(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setMaxInactiveInterval((int) Sessions.IDLE.toSeconds());
        session.setAttribute(NAME, this);
    }

    static void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    SignedInSession in(Membership organisation) {
        return new SignedInSession(id, accountId, organisation.organisationId(), organisation.organisationName());
    }
}
