package org.fixtrail.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.fixtrail.web.start.Readiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway")
class GateTest {
    /** Asks nobody who a request comes from: what it would ask is gone while the server stops. */
    private final Gate gate = new Gate(null, new Visitors(Set.of(), ""), null, null, new Readiness(), null);

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/failures", "/index.xhtml", "/sign-out"})
    void a_server_that_starts_or_stops_lets_nobody_in(String path) {
        assertThat(gate.decide(reading(path))).isEqualTo(new Entry.Closed());
    }

    @Test
    void probes_get_in_and_learn_why() {
        assertThat(gate.decide(reading("/health/ready"))).isEqualTo(new Entry.Open());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.xhtml;jsessionid=1", "/sign-in.xhtml;x", "/health/ready;fixtrail_session=1"})
    void a_session_is_not_taken_from_an_address(String path) {
        assertThat(gate.decide(reading(path))).isInstanceOf(Entry.Forbidden.class);
    }

    private static HttpServletRequest reading(String path) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                GateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getMethod" -> "GET";
                    case "getServletPath", "getRequestURI" -> path;
                    case "isRequestedSessionIdFromURL" -> false;
                    default -> null;
                });
    }
}
