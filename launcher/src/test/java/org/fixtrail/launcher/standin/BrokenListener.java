package org.fixtrail.launcher.standin;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Lets the deployment fail, as a failed migration would. */
@WebListener
public final class BrokenListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        throw new IllegalStateException("broken on purpose");
    }
}
