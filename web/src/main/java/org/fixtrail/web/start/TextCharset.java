package org.fixtrail.web.start;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Names the character set of texts for which the server names none, or ISO 8859-1: styles, scripts, probes, {@code /openapi}. */
@WebFilter(
        urlPatterns = {"/jakarta.faces.resource/*", "/openapi", "/health/*"},
        asyncSupported = true)
public class TextCharset implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isText(((HttpServletRequest) request).getRequestURI())) {
            response.setCharacterEncoding("UTF-8");
        }
        chain.doFilter(request, response);
    }

    /** Fonts and pictures have no character set. */
    private static boolean isText(String path) {
        return !path.endsWith(".xhtml") || path.endsWith(".css.xhtml") || path.endsWith(".js.xhtml");
    }
}
