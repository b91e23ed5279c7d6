package org.fixtrail.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    private static final Set<String> PROXIES = Set.of("127.0.0.1");

    @Test
    void without_a_proxy_it_is_the_connections() {
        assertThat(ClientAddress.of(request("203.0.113.7"), PROXIES)).isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of(request("203.0.113.7", "198.51.100.1"), PROXIES))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void of_what_a_proxy_forwards_the_last_counts_since_the_rest_can_be_invented() {
        assertThat(ClientAddress.of(request("127.0.0.1", "10.0.0.1, 203.0.113.7"), PROXIES))
                .isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of(request("127.0.0.1", "10.0.0.1", "203.0.113.7"), PROXIES))
                .as("a line of the proxy's own after one that was sent")
                .isEqualTo("203.0.113.7");
        assertThat(ClientAddress.of(request("127.0.0.1"), PROXIES)).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "::ffff:203.0.113.7, 203.0.113.7",
        "example.org, unknown",
        "999.1.1.1, unknown",
        "'', unknown"
    })
    void ipv6_counts_by_network_and_no_name_is_looked_up(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }

    private static HttpServletRequest request(String remote, String... forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientAddressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> remote;
                    case "getHeaders" -> Collections.enumeration(List.of(forwarded));
                    default -> null;
                });
    }
}
