package org.fixtrail.web.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Admits probes of health and metrics from this machine, or with the configured key. */
@ApplicationScoped
public class ProbeGuard {
    private final Optional<String> key;

    @Inject
    public ProbeGuard(@ConfigProperty(name = "fixtrail.probe.key") Optional<String> key) {
        this.key = key;
    }

    protected ProbeGuard() {
        this(Optional.empty());
    }

    boolean admits(HttpServletRequest request) {
        return hasKey(request) || Loopback.sent(request);
    }

    private boolean hasKey(HttpServletRequest request) {
        String given = request.getHeader("X-Probe-Key");
        return given != null
                && key.filter(wanted -> MessageDigest.isEqual(
                                wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }
}
