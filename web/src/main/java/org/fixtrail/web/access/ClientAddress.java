package org.fixtrail.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * From where somebody calls, as far as it can be believed: the address of the connection, or where that is a known proxy, the
 * last address in {@code X-Forwarded-For}, which the proxy itself added. What stands before it can be anybody's invention.
 */
final class ClientAddress {
    /** What a household or a server is given of IPv6: counting single addresses would count nothing. */
    private static final int BYTES_OF_NETWORK = 8;

    /** A literal, so that no name is ever looked up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private static final String UNKNOWN = "unknown";

    private ClientAddress() {}

    static String of(HttpServletRequest request, Collection<String> proxies) {
        String connected = request.getRemoteAddr();
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        if (forwarded.isEmpty() || !proxies.contains(connected)) {
            return connected;
        }
        // several lines mean the same as one with commas (RFC 9110, section 5.3)
        String whole = String.join(",", forwarded);
        String last = whole.substring(whole.lastIndexOf(',') + 1).strip();
        return LITERAL.matcher(last).matches() ? last : UNKNOWN;
    }

    /** An IPv4 address as it is, an IPv6 address by its first 64 bits; anything else is one and the same stranger. */
    static String network(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return UNKNOWN;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES_OF_NETWORK))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }
}
