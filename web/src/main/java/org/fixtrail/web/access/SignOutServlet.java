package org.fixtrail.web.access;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the session. By POST only; works on a page that was left open for however long. */
@WebServlet(urlPatterns = Paths.SIGN_OUT)
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Entrance entrance;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        entrance.leave(request);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + Paths.SIGN_IN);
    }
}
