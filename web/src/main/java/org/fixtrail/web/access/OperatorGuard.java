package org.fixtrail.web.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fixtrail.web.start.Loopback;

/** Admits whoever runs the installation: from this machine, with the configured key, and nobody where none is configured. */
@ApplicationScoped
class OperatorGuard {
    static final String HEADER = "X-Operator-Key";

    private final Optional<String> key;

    @Inject
    OperatorGuard(@ConfigProperty(name = "fixtrail.operator.key") Optional<String> key) {
        this.key = key;
    }

    protected OperatorGuard() {
        this(Optional.empty());
    }

    boolean admits(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null
                && key.filter(wanted -> !wanted.isBlank() && same(wanted, given))
                        .isPresent()
                && Loopback.sent(request);
    }

    private static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
