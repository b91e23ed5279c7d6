package org.fixtrail.web.it;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;

/** Lets the test runner in past the application's own door, which stays closed for everything else. */
@WebListener
public class ArquillianDoor implements ServletContextListener {
    private static final String RUNNER = "/ArquillianServletRunnerEE9";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean afterDeclaredFilters = false;
        event.getServletContext()
                .addFilter("arquillian-door", new Door())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), afterDeclaredFilters, RUNNER);
    }

    /** A forwarded request passes no filter again. */
    private static final class Door extends HttpFilter {
        private static final long serialVersionUID = 1;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            request.getRequestDispatcher(RUNNER).forward(request, response);
        }
    }
}
