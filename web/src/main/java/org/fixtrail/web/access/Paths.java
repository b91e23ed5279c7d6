package org.fixtrail.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.fixtrail.web.feed.FeedServlet;
import org.fixtrail.web.oidc.OidcPaths;

/** What lies where. A path that is not named here is a page and needs a session. */
final class Paths {
    static final String SIGN_IN = "/sign-in.xhtml";
    static final String SIGN_OUT = "/sign-out";
    static final String CHANGE_PASSWORD = "/change-password.xhtml";
    static final String HOME = "/index.xhtml";
    static final String ORGANISATIONS = "/account/organisations.xhtml";
    static final String SECURITY = "/account/security.xhtml";
    static final String FORGOT_PASSWORD = "/forgot-password.xhtml";
    static final String RESET_PASSWORD = "/reset-password.xhtml";
    static final String JOIN = "/join.xhtml";
    static final String UNSUBSCRIBE = "/unsubscribe.xhtml";
    /** The form by which people outside report, and the same for programs. */
    static final String REPORT = "/report.xhtml";

    private static final String REPORT_API = "/api/v1/intake/";

    /** Forms for people who are not signed in. */
    private static final Set<String> FORMS = Set.of(SIGN_IN, FORGOT_PASSWORD, RESET_PASSWORD, JOIN);

    /** The pages that take files. */
    static final String IMPORTS = "/import/";

    private static final Set<String> WITH_DOCUMENTS = Set.of("/failure/show.xhtml", "/clock/show.xhtml");

    /** Scripts, styles and pictures of the pages. */
    private static final String FACES_RESOURCES = "/jakarta.faces.resource/";

    /** Need no sign-in: mail programs post to /unsubscribe without any page of ours; those of operators, probes and the identity provider have guards of their own, calendars are found by their secret address, and /openapi says what the API is, no more. */
    private static final Set<String> OPEN = Set.of("/metrics", "/openapi", "/favicon.ico", UNSUBSCRIBE, REPORT);

    private static final List<String> OPEN_BELOW =
            List.of(FACES_RESOURCES, "/health/", OperatorDoor.BELOW, OidcPaths.BELOW, FeedServlet.BELOW, REPORT_API);

    private Paths() {}

    /** As the container resolved it: decoded, without dots and path parameters. */
    static String of(HttpServletRequest request) {
        String beyond = request.getPathInfo();
        return beyond == null ? request.getServletPath() : request.getServletPath() + beyond;
    }

    static boolean isOpen(String path) {
        return isForm(path) || OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith);
    }

    /** Pages of which a form takes documents. */
    static boolean takesDocuments(String path) {
        return WITH_DOCUMENTS.contains(path);
    }

    static boolean isForm(String path) {
        return FORMS.contains(path);
    }

    /** Open to visitors who are not known, at a cost: what they do there is counted. Probes and operators are from here. */
    static boolean isForVisitors(String path) {
        return isForm(path)
                || path.equals("/openapi")
                || path.equals(UNSUBSCRIBE)
                || path.startsWith(FeedServlet.BELOW)
                || path.equals(REPORT)
                || path.startsWith(REPORT_API)
                || path.equals(OidcPaths.START)
                || path.equals(OidcPaths.CALLBACK);
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    static boolean isPage(String path) {
        return path.endsWith(".xhtml") && !isFacesResource(path);
    }

    static boolean isFacesResource(String path) {
        return path.startsWith(FACES_RESOURCES);
    }
}
