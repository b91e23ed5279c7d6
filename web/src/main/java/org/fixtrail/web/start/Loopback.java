package org.fixtrail.web.start;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Tells requests of this machine from all others. */
public final class Loopback {
    private Loopback() {}

    /** A forwarded request comes from elsewhere, whatever address the proxy has. */
    public static boolean sent(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
