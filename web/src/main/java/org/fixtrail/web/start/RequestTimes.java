package org.fixtrail.web.start;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Times requests for {@link Metrics}. */
public class RequestTimes implements Filter {
    @Inject
    private Metrics metrics;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
            metrics.request(
                    area(((HttpServletRequest) request).getRequestURI()),
                    ((HttpServletResponse) response).getStatus(),
                    seconds);
        }
    }

    private static String area(String path) {
        if (path.startsWith("/api/")) {
            return "api";
        }
        return path.endsWith(".xhtml") ? "portal" : "other";
    }
}
