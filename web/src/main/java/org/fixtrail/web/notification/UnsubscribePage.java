package org.fixtrail.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.fixtrail.services.notification.UnsubscribeLinks;
import org.jspecify.annotations.Nullable;

/**
 * Where the link at the head of a digest leads. Mail programs post to it without asking, as RFC 8058 has it; who follows it in a
 * browser is asked first, since programs that look into mails follow links, too.
 */
@Named
@RequestScoped
public class UnsubscribePage {
    private static final String PARAMETER = "List-Unsubscribe";
    private static final String ONE_CLICK = "One-Click";

    private final UnsubscribeLinks links;
    private final HttpServletRequest request;
    private @Nullable String token;
    private boolean known;
    private boolean ended;

    @Inject
    public UnsubscribePage(UnsubscribeLinks links, HttpServletRequest request) {
        this.links = links;
        this.request = request;
    }

    @SuppressWarnings("NullAway")
    protected UnsubscribePage() {
        this(null, null);
    }

    /** Before the page is drawn. */
    public void open() {
        String given = token == null ? "" : token;
        boolean oneClick = request.getMethod().equals("POST") && ONE_CLICK.equals(request.getParameter(PARAMETER));
        ended = oneClick && links.unsubscribe(given);
        known = ended || links.isKnown(given);
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public boolean isKnown() {
        return known;
    }

    public boolean isEnded() {
        return ended;
    }
}
