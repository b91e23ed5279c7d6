package org.fixtrail.services.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTest {
    private final WebhookAddresses addresses = new WebhookAddresses("refuse", "refuse");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "127.0.0.1",
                "127.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:1ff::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "3fff:fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void what_is_no_public_address_is_refused(String text) throws UnknownHostException {
        assertThat(WebhookAddresses.isPublic(InetAddress.getByName(text))).isFalse();
        assertThatThrownBy(() -> addresses.resolve(text)).isInstanceOf(WebhookAddresses.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.255.255",
                "172.32.0.1", "192.0.1.1", "192.0.3.1", "198.17.255.255", "198.20.0.1", "203.0.112.1",
                        "223.255.255.255",
                "2001:200::1", "2600::1", "2606:4700::1111", "2a00:1450::1", "3ffe::1"
            })
    void public_addresses_are_taken(String text) throws UnknownHostException {
        assertThat(WebhookAddresses.isPublic(InetAddress.getByName(text))).isTrue();
    }

    @Test
    void the_ways_to_write_an_address_make_no_difference() {
        for (String host : new String[] {"localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"}) {
            assertThat(addresses.problem("https://" + host + "/hook")).as(host).isPresent();
        }
        assertThat(addresses.problem("https://127.0.0.1/hook"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("no public address"));
        assertThat(new WebhookAddresses("allow", "refuse").problem("https://127.0.0.1/hook"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://1.1.1.1/",
                "ftp://1.1.1.1/",
                "file:///etc/passwd",
                "//1.1.1.1/",
                "1.1.1.1",
                "https:1.1.1.1",
                "https:///x",
                "https://user@1.1.1.1/",
                "https://1.1.1.1/#x",
                "https://1.1.1.1/ x",
                "javascript:alert(1)",
                ""
            })
    void what_is_no_https_address_of_a_host_is_refused(String text) {
        assertThat(addresses.problem(text)).isPresent();
    }

    @Test
    void http_is_taken_where_it_is_allowed() {
        assertThat(new WebhookAddresses("refuse", "allow").problem("http://1.1.1.1/hook"))
                .isEmpty();
        assertThat(addresses.problem("https://1.1.1.1:8443/hook?a=b")).isEmpty();
        assertThat(addresses.problem("https://1.1.1.1/" + "x".repeat(500))).isPresent();
    }
}
