package org.fixtrail.web.access;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How sessions are kept: in a cookie that scripts cannot read and other sites cannot send along, except when somebody
 * follows a link, as from a mail, to look at a page. The latter, {@code SameSite=Lax}, stands in {@code glassfish-web.xml},
 * since Payara does not take it from here.
 */
@WebListener
public class CookieSettings implements ServletContextListener {
    private static final int IDLE_MINUTES = 30;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        boolean https = ConfigProvider.getConfig()
                .getOptionalValue("fixtrail.base-url", String.class)
                .map(CookieSettings::isHttps)
                .orElse(false);
        boolean atRoot = event.getServletContext().getContextPath().isEmpty();
        // browsers take a cookie of such a name from this host only, and by https only
        cookie.setName(https && atRoot ? "__Host-fixtrail_session" : "fixtrail_session");
        cookie.setHttpOnly(true);
        cookie.setSecure(https);
        event.getServletContext().setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        event.getServletContext().setSessionTimeout(IDLE_MINUTES);
    }

    /** Whether browsers reach the server by https, be it through a proxy. */
    static boolean isHttps(String baseUrl) {
        return baseUrl.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
