package org.fixtrail.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.CallerContext;

/**
 * The one door: every request passes here first, goes on as somebody or is answered at once, and leaves nobody behind on its
 * thread. A filter and no container-managed authentication, since the caller must be set and taken back around the whole
 * request, whatever comes of it, and since every path is closed unless {@link Paths} names it.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AccessFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(AccessFilter.class.getName());

    @Inject
    private transient Gate gate;

    @Inject
    private transient RateLimits limits;

    @Inject
    private transient SecurityHeaders headers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.set(request, response);
        Entry entry = limits.admit(PageBodies.admit(decided(request), request), request, response);
        if (entry instanceof Entry.As as) {
            CallerContext.enter(as.caller());
        } else if (!(entry instanceof Entry.Open)) {
            EntryAnswers.answer(entry, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            CallerContext.leave();
        }
    }

    /** Decided anew where the server has not asked, or could not tell. */
    private Entry decided(HttpServletRequest request) {
        Entry entry = DoorMechanism.decided(request);
        if (entry != null) {
            return entry;
        }
        try {
            return gate.decide(request);
        } catch (RuntimeException e) {
            UUID number = UUID.randomUUID();
            LOG.log(Level.SEVERE, e, () -> "it cannot be told who calls, number " + number);
            return new Entry.Failed(number);
        }
    }
}
