package org.fixtrail.web.page;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.NotSignedIn;

/**
 * Sends whoever meets an exception to a page that says in plain words what happened. A request in the background goes there
 * by a redirect, since its answer would be shown nowhere.
 */
class PortalExceptions extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger(PortalExceptions.class.getName());

    PortalExceptions(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        if (!events.hasNext()) {
            return;
        }
        Throwable thrown = events.next().getContext().getException();
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces == null || faces.getExternalContext().isResponseCommitted()) {
            LOG.log(Level.SEVERE, thrown, () -> "a page broke off");
            getWrapped().handle();
            return;
        }
        dropAll();
        answer(faces, thrown);
        faces.responseComplete();
    }

    private void dropAll() {
        Iterator<ExceptionQueuedEvent> all = getUnhandledExceptionQueuedEvents().iterator();
        while (all.hasNext()) {
            all.next();
            all.remove();
        }
    }

    private static void answer(FacesContext faces, Throwable thrown) {
        ExternalContext external = faces.getExternalContext();
        boolean expired = thrownBy(thrown, ViewExpiredException.class);
        int status = status(thrown);
        if (status == 500 && !expired) {
            UUID number = UUID.randomUUID();
            LOG.log(Level.SEVERE, thrown, () -> "page failed, number " + number);
            external.getFlash().put("errorNumber", number.toString());
        }
        String page = external.getRequestContextPath() + "/error/" + (expired ? "expired" : status) + ".xhtml";
        try {
            ((HttpServletResponse) external.getResponse()).resetBuffer();
            if (faces.getPartialViewContext().isAjaxRequest()) {
                redirectInBackground(external, page);
            } else if (expired) {
                external.redirect(page);
            } else {
                external.responseSendError(status, null);
            }
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    /**
     * Written by hand, since the page's own writer may have stopped in the middle of a section, and refuses to begin another.
     *
     * @param page an address of ours, which holds nothing that XML must escape
     */
    private static void redirectInBackground(ExternalContext external, String page) throws IOException {
        external.setResponseContentType("text/xml;charset=UTF-8");
        external.getResponseOutputWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><redirect url=\"" + page
                        + "\"></redirect></partial-response>");
    }

    private static int status(Throwable thrown) {
        if (thrownBy(thrown, NotFound.class)) {
            return 404;
        }
        return thrownBy(thrown, NotPermitted.class) || thrownBy(thrown, NotSignedIn.class) ? 403 : 500;
    }

    private static boolean thrownBy(Throwable thrown, Class<? extends Throwable> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
