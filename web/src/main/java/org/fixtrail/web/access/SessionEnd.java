package org.fixtrail.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.Sessions;

/** A session that the server lets go is over on record, too; one that nobody has signed in to is kept for a short time. */
@WebListener
public class SessionEnd implements HttpSessionListener {
    private static final Logger LOG = Logger.getLogger(SessionEnd.class.getName());

    private static final Duration UNUSED = Duration.ofMinutes(15);

    @Inject
    private Sessions sessions;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval((int) UNUSED.toSeconds());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        SignedInSession.find(event.getSession()).ifPresent(this::end);
    }

    /** The server may be stopping, with no database left; the session then ends by its idle time. */
    private void end(SignedInSession session) {
        try {
            sessions.end(session.id(), session.accountId());
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, e, () -> "session " + session.id() + " could not be ended on record");
        }
    }
}
