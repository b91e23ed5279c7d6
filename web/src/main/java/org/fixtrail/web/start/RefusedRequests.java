package org.fixtrail.web.start;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.fixtrail.web.feed.FeedServlet;

/**
 * Tells the log of requests that were refused, so that whoever tries what is not theirs leaves a trace also where nobody was
 * signed in. At most {@value #MOST} lines a minute: a flood of them shall not push all else out of the log.
 */
public class RefusedRequests implements Filter {
    private static final Logger LOG = Logger.getLogger(RefusedRequests.class.getName());
    private static final int MOST = 60;
    private static final int LONGEST_PATH = 200;
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 413, 415, 429);

    /** Addresses as proxies write them; anything else in the header is not worth a line. */
    private static final Pattern ADDRESSES = Pattern.compile("[0-9A-Za-z.:\\[\\], ]{1,200}");

    private final LinesAMinute lines = new LinesAMinute(MOST);

    @Inject
    private Clock clock;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        int status = ((HttpServletResponse) response).getStatus();
        if (REFUSALS.contains(status)) {
            lines.take(Instant.now(clock))
                    .ifPresent(before -> LOG.warning(() -> line((HttpServletRequest) request, status, before)));
        }
    }

    /** Without the query, which may hold what somebody looked for, and without secret addresses. */
    private static String line(HttpServletRequest request, int status, int before) {
        // as the container resolved it: an address may write the same in other ways
        String path = FeedServlet.BELOW.equals(request.getServletPath() + "/")
                ? FeedServlet.BELOW + "(secret)"
                : request.getRequestURI();
        String forwarded = request.getHeader("X-Forwarded-For");
        Principal caller = request.getUserPrincipal();
        return "refused " + status + ": " + request.getMethod() + " "
                + path.substring(0, Math.min(path.length(), LONGEST_PATH)) + " from " + request.getRemoteAddr()
                + (forwarded != null && ADDRESSES.matcher(forwarded).matches() ? " for " + forwarded : "")
                + (caller == null ? "" : ", " + caller.getName())
                + (before > 0 ? ", after " + before + " others that are not shown" : "");
    }
}
