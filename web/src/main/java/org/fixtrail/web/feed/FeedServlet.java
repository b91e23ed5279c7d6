package org.fixtrail.web.feed;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.services.feed.CalendarFeeds;
import org.jspecify.annotations.Nullable;

/**
 * Gives a calendar to whoever knows its secret address. Calendar programs cannot sign in, so the address is all there is: it is
 * in no log of ours, and an answer never tells whether an address was once good.
 */
@WebServlet(urlPatterns = FeedServlet.BELOW + "*")
public class FeedServlet extends HttpServlet {
    /** Open for the filter of access, which counts what visitors ask for. */
    public static final String BELOW = "/calendar/";

    private static final long serialVersionUID = 1;
    private static final String ENDING = ".ics";

    @Inject
    private transient CalendarFeeds feeds;

    /** Answers HEAD, too. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> calendar = feeds.fetch(secret(request.getPathInfo()));
        if (calendar.isEmpty()) {
            // no error page, which would be drawn with the address
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("There is no such calendar.\n");
            return;
        }
        byte[] body = calendar.get();
        String tag = '"' + Sha256.over(body).toString() + '"';
        response.setHeader("ETag", tag);
        // kept, but asked for again each time: an address that was revoked gives nothing from then on
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (isKnown(tag, request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("text/calendar;charset=UTF-8");
        response.setHeader("Content-Disposition", "inline; filename=\"fixtrail.ics\"");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static @Nullable String secret(@Nullable String path) {
        return path != null && path.startsWith("/") && path.endsWith(ENDING)
                ? path.substring(1, path.length() - ENDING.length())
                : null;
    }

    /** RFC 9110, section 13.1.2: compared weakly, since a proxy may have made it weak. */
    private static boolean isKnown(String tag, @Nullable String given) {
        return given != null
                && Arrays.stream(given.split(",", -1))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
}
