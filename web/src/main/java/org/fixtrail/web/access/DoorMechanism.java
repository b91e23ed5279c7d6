package org.fixtrail.web.access;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fixtrail.services.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server who a request comes from, before any filter runs, so that its own log and Jakarta Security know the caller,
 * too. It is {@link Gate} that decides, and {@link AccessFilter} that acts on it; groups are the caller's rights.
 */
@ApplicationScoped
public class DoorMechanism implements HttpAuthenticationMechanism {
    private static final String ENTRY = Entry.class.getName();

    private final Gate gate;

    @Inject
    DoorMechanism(Gate gate) {
        this.gate = gate;
    }

    @SuppressWarnings("NullAway")
    protected DoorMechanism() {
        this(null);
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Entry entry;
        try {
            entry = gate.decide(request);
        } catch (RuntimeException e) {
            // the server would answer by itself, with nothing of ours; the filter decides anew and says what is wrong
            return context.doNothing();
        }
        request.setAttribute(ENTRY, entry);
        return entry instanceof Entry.As as ? known(as.caller(), context) : context.doNothing();
    }

    /** What was decided of the request; null if the server has not asked, or it could not be told. */
    static @Nullable Entry decided(HttpServletRequest request) {
        return (Entry) request.getAttribute(ENTRY);
    }

    private static AuthenticationStatus known(Caller caller, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(
                caller.actor().toString(),
                caller.permissions().stream().map(Enum::name).collect(toSet()));
    }
}
