package org.fixtrail.web.feed;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.CallerContext;
import org.fixtrail.services.feed.ManageFeed;
import org.fixtrail.web.access.PageMessages;
import org.jspecify.annotations.Nullable;

/** Where people make, renew and revoke the secret address of their calendar. */
@Named
@ViewScoped
public class FeedPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final ManageFeed manage;
    private ManageFeed.@Nullable Feed feed;

    @Inject
    public FeedPage(ManageFeed manage) {
        this.manage = manage;
    }

    @SuppressWarnings("NullAway")
    protected FeedPage() {
        this(null);
    }

    /** Before the page is drawn. */
    public void open() {
        PageMessages.open(this::read);
    }

    private void read() {
        feed = manage.feed().orElse(null);
    }

    /** A first address, or another one in place of it. */
    public void create() {
        PageMessages.value(manage.create(), Map.of()).ifPresent(address -> {
            PageMessages.showOnce("feedAddress", address.toString());
            read();
        });
    }

    public void revoke() {
        manage.revoke();
        read();
        PageMessages.done("The address is revoked: calendars that use it find nothing there any more.");
    }

    /** Whether the caller may see clocks at all. */
    public boolean isPossible() {
        return CallerContext.get().may(Permission.VIEW_RECORD);
    }

    /** The address that works; null if there is none. */
    public ManageFeed.@Nullable Feed getFeed() {
        return feed;
    }
}
