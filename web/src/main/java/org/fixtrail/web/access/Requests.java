package org.fixtrail.web.access;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/** The servlet request behind the page at work. */
final class Requests {
    private Requests() {}

    static HttpServletRequest current() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    /** The session of whoever looks at the page; pages for others do not ask. */
    static SignedInSession session() {
        return SignedInSession.find(current()).orElseThrow();
    }
}
