package org.fixtrail.services.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutboxTest {
    @Test
    void message_ids_end_in_the_host_of_the_portal() {
        assertThat(Outbox.host("https://fixtrail.example.org:8443/portal")).isEqualTo("fixtrail.example.org");
        assertThat(Outbox.host("http://127.0.0.1:8080")).isEqualTo("127.0.0.1");
        assertThat(Outbox.host("mailto:nobody")).isEqualTo("localhost");
    }
}
