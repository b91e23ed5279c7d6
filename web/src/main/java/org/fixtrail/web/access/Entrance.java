package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.logging.Logger;
import org.fixtrail.services.access.Membership;
import org.fixtrail.services.access.Sessions;
import org.jspecify.annotations.Nullable;

/** Lets whoever has proved who they are into an organisation, however they did so, and out of it. */
@ApplicationScoped
public class Entrance {
    private static final Logger LOG = Logger.getLogger(Entrance.class.getName());

    private final Sessions sessions;
    private final Visitors visitors;

    @Inject
    public Entrance(Sessions sessions, Visitors visitors) {
        this.sessions = sessions;
        this.visitors = visitors;
    }

    @SuppressWarnings("NullAway")
    protected Entrance() {
        this(null, null);
    }

    /** @param providerSession the identity provider's name for the session behind it, or null */
    public void enter(
            UUID accountId,
            Membership organisation,
            @Nullable String providerSession,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedInSession.find(request).ifPresent(before -> sessions.end(before.id(), before.accountId()));
        Sessions.Opened opened =
                sessions.open(accountId, organisation.organisationId(), visitors.of(request), providerSession);
        visitors.remember(opened.device(), response);
        LOG.info(() -> "account " + accountId + " signed in from "
                + visitors.of(request).address());
        new SignedInSession(opened.id(), accountId, organisation.organisationId(), organisation.organisationName())
                .open(request);
    }

    /** Goes over into another organisation of the same account; false if there is no access. */
    public boolean move(SignedInSession session, Membership organisation, HttpServletRequest request) {
        if (!sessions.move(session.id(), session.accountId(), organisation.organisationId())) {
            return false;
        }
        session.in(organisation).open(request);
        return true;
    }

    /** Ends the session, here and on record. */
    public void leave(HttpServletRequest request) {
        SignedInSession.find(request).ifPresent(session -> {
            sessions.end(session.id(), session.accountId());
            LOG.info(() -> "account " + session.accountId() + " signed out");
        });
        SignedInSession.close(request);
    }
}
