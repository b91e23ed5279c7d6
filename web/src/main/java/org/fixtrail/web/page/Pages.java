package org.fixtrail.web.page;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.jspecify.annotations.Nullable;

/** Ways from page to page. */
public final class Pages {
    private Pages() {}

    /**
     * Goes to another page and says there what was done.
     *
     * @param path below the application, such as {@code /failure/show.xhtml}
     */
    public static void go(String path, Map<String, String> parameters, String said) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, said, null));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        String url = faces.getApplication().getViewHandler().getRedirectURL(faces, path, lists, false);
        try {
            external.redirect(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses a page before anything of it is drawn, or a request before anything that it says is looked at, to who would be
     * refused by the use cases anyway.
     */
    public static void require(Permission permission) {
        if (!CallerContext.get().may(permission)) {
            throw new NotPermitted(permission);
        }
    }

    /** The id that a link to a failure carries; anything else is no failure. */
    public static UUID failureId(@Nullable String text) {
        try {
            return FailureId.parse(text == null ? "" : text).value();
        } catch (IllegalArgumentException e) {
            throw new NotFound("failure");
        }
    }

    public static UUID id(@Nullable String text, String what) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new NotFound(what);
        }
    }
}
