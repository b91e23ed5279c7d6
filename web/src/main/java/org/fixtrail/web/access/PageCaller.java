package org.fixtrail.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;

/** Who looks at the page, as {@code caller} in pages; to hide what would be refused, never to decide. */
@Named("caller")
@RequestScoped
public class PageCaller {
    private final HttpServletRequest request;

    @Inject
    public PageCaller(HttpServletRequest request) {
        this.request = request;
    }

    @SuppressWarnings("NullAway")
    protected PageCaller() {
        this(null);
    }

    public boolean isSignedIn() {
        return CallerContext.find().isPresent();
    }

    /** Empty if nobody is signed in. */
    public String getName() {
        return CallerContext.find().map(Caller::name).orElse("");
    }

    /** Empty if nobody is signed in. */
    public String getOrganisation() {
        return SignedInSession.find(request)
                .map(SignedInSession::organisationName)
                .orElse("");
    }

    /** @param permission name of a {@link Permission} */
    public boolean may(String permission) {
        Permission asked = Permission.valueOf(permission);
        return CallerContext.find().map(caller -> caller.may(asked)).orElse(false);
    }
}
