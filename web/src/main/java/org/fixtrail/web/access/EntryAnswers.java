package org.fixtrail.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fixtrail.web.api.Problem;

/** How requests are answered that do not get in: programs by problem documents, browsers by a page. */
final class EntryAnswers {
    private EntryAnswers() {}

    static void answer(Entry entry, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (entry instanceof Entry.Unauthorised unauthorised) {
            response.setHeader("WWW-Authenticate", challenge(unauthorised));
            problem(response, HttpServletResponse.SC_UNAUTHORIZED, "Not signed in", unauthorised.reason());
        } else if (entry instanceof Entry.Forbidden forbidden) {
            problem(response, HttpServletResponse.SC_FORBIDDEN, "Not permitted", forbidden.reason());
        } else if (entry instanceof Entry.Closed) {
            response.setHeader("Retry-After", "30");
            problem(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "Not available",
                    "The server starts or stops.");
        } else if (entry instanceof Entry.SendTo sendTo) {
            send(request.getContextPath() + sendTo.path(), request, response);
        } else {
            throw new IllegalArgumentException("goes on: " + entry);
        }
    }

    static void problem(HttpServletResponse response, int status, String title, String detail) throws IOException {
        JsonAnswers.write(
                response,
                status,
                Problem.MEDIA_TYPE.toString(),
                new Problem("about:blank", title, status, detail, null));
    }

    /** RFC 6750, section 3. */
    private static String challenge(Entry.Unauthorised unauthorised) {
        return unauthorised.badToken()
                ? "Bearer realm=\"fixtrail\", error=\"invalid_token\", error_description=\"" + unauthorised.reason()
                        + "\""
                : "Bearer realm=\"fixtrail\"";
    }

    /** A page's script that waits for a partial answer would follow a redirect and not understand the page. */
    private static void send(String location, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                            + location.replace("&", "&amp;")
                                    .replace("\"", "&quot;")
                                    .replace("<", "&lt;")
                            + "\"/></partial-response>");
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", location);
        }
    }
}
