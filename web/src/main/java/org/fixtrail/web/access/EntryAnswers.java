package org.fixtrail.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fixtrail.web.api.Problem;

/** How requests are answered that do not get in: programs by problem documents, browsers by a page. */
final class EntryAnswers {
    private static final int TOO_MANY = 429;

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
        } else if (entry instanceof Entry.Failed failed) {
            failed(failed, request, response);
        } else if (entry instanceof Entry.BadBody bad) {
            // the rest of it is not read
            response.setHeader("Connection", "close");
            problem(response, bad.status(), bad.title(), bad.reason());
        } else if (entry instanceof Entry.TooMany tooMany) {
            tooMany(tooMany.limit(), request, response);
        } else if (entry instanceof Entry.SendTo sendTo) {
            send(request.getContextPath() + sendTo.path(), request, response);
        } else {
            throw new IllegalArgumentException("goes on: " + entry);
        }
    }

    private static void failed(Entry.Failed failed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Paths.isPage(Paths.of(request))) {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            return;
        }
        problem(
                response,
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "Internal error",
                "Something went wrong here. Give your operator this number: " + failed.number());
    }

    /** The problem type is that of draft-ietf-httpapi-ratelimit-headers-11, section 5.1. */
    private static void tooMany(RateLimiter.Answer limit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Retry-After", Long.toString(limit.nextIn()));
        String detail = "There were too many requests. Try again in " + limit.nextIn() + " s.";
        if (Paths.isPage(Paths.of(request))) {
            response.setStatus(TOO_MANY);
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter()
                    .write(
                            "<!DOCTYPE html><html lang=\"en\"><title>Too many requests</title><h1>Too many requests</h1><p>"
                                    + detail + "</p></html>");
            return;
        }
        JsonAnswers.write(
                response,
                TOO_MANY,
                Problem.MEDIA_TYPE.toString(),
                Map.of(
                        "type",
                        "https://iana.org/assignments/http-problem-types#quota-exceeded",
                        "title",
                        "Too many requests",
                        "status",
                        TOO_MANY,
                        "detail",
                        detail,
                        "violated-policies",
                        List.of(limit.policy())));
    }

    static void problem(HttpServletResponse response, int status, String title, String detail) throws IOException {
        JsonAnswers.write(
                response,
                status,
                Problem.MEDIA_TYPE.toString(),
                new Problem("about:blank", title, status, detail, null));
    }

    /** RFC 6750, section 3, which names the characters that a description may have: the reason may quote the token. */
    private static String challenge(Entry.Unauthorised unauthorised) {
        return unauthorised.badToken()
                ? "Bearer realm=\"fixtrail\", error=\"invalid_token\", error_description=\""
                        + unauthorised.reason().replaceAll("[^ !#-\\[\\]-~]", "?") + "\""
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
