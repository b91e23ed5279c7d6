package org.fixtrail.services.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses webhooks may call. It is the resolver of the HTTP client, so that what is checked is what is connected to: a
 * name that answers otherwise a moment later changes nothing.
 */
@ApplicationScoped
public class WebhookAddresses implements DnsResolver {
    private static final int LONGEST = 500;

    private final boolean privateAllowed;
    private final boolean httpAllowed;

    /**
     * @param privateAddresses {@code allow}: also those within the organisation's own network
     * @param http {@code allow}: also without TLS
     */
    @Inject
    public WebhookAddresses(
            @ConfigProperty(name = "fixtrail.webhook.private-addresses", defaultValue = "refuse")
                    String privateAddresses,
            @ConfigProperty(name = "fixtrail.webhook.http", defaultValue = "refuse") String http) {
        this.privateAllowed = isAllowed(privateAddresses);
        this.httpAllowed = isAllowed(http);
    }

    protected WebhookAddresses() {
        this("refuse", "refuse");
    }

    private static boolean isAllowed(String setting) {
        return setting.strip().equalsIgnoreCase("allow");
    }

    /** Thrown where a name leads to where no webhook may go. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Refused(String host, InetAddress address) {
            super(host + " is " + address.getHostAddress()
                    + ", which is no public address: webhooks are not sent into private networks");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!privateAllowed && !isPublic(address)) {
                throw new Refused(host, address);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** What is wrong with an address that somebody wants called; empty if nothing is, as far as can be said now. */
    Optional<String> problem(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("is no address: " + e.getReason());
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(httpAllowed && scheme.equals("http"))) {
            return Optional.of(httpAllowed ? "must begin with https:// or http://" : "must begin with https://");
        }
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return Optional.of("must have a host, and neither a user nor a fragment");
        }
        if (text.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        try {
            resolve(host);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Optional.of("names a host that is not known: " + host);
        }
    }

    /**
     * Whether it belongs to the public internet, by the registries of IANA for special-purpose addresses (RFC 6890). Of IPv6
     * those of 2000::/3 alone do, without the ranges for documentation and for tunnels, which lead to IPv4 addresses.
     */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        boolean reserved = a == 0 || a == 10 || a == 127 || a >= 224;
        boolean carrier = a == 100 && b >= 64 && b < 128;
        boolean protocols = a == 192 && b == 0 && (c == 0 || c == 2) || a == 192 && b == 88 && c == 99;
        boolean benchmarks = a == 198 && (b == 18 || b == 19);
        boolean documentation = a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113;
        return !(reserved || carrier || protocols || benchmarks || documentation);
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        boolean global = first >> 13 == 1;
        boolean protocols = first == 0x2001 && second < 0x0200;
        boolean documentation = first == 0x2001 && second == 0x0db8 || first == 0x3fff && second < 0x1000;
        boolean tunnel = first == 0x2002;
        return global && !protocols && !documentation && !tunnel;
    }
}
