package org.fixtrail.services.keywarning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.services.notification.Message;
import org.junit.jupiter.api.Test;

class KeyWarningMailTest {
    private static final Instant END = Instant.parse("2026-12-05T13:00:00Z");
    private static final EndingKey MACHINE =
            new EndingKey(KeyKind.MACHINE, "Collector\r\nBcc: x@y.example", UUID.randomUUID(), "<i>Assistant</i>", END);
    private static final EndingKey TOKEN =
            new EndingKey(KeyKind.PERSONAL, "Scripts", UUID.randomUUID(), null, END.plusSeconds(60));

    @Test
    void the_mail_lists_each_key_with_its_end_in_the_organisations_zone() {
        Message mail = write(MACHINE, TOKEN);

        assertThat(mail.subject()).isEqualTo("2 keys end soon");
        assertThat(mail.text()).isEqualTo("""
                What uses one of these is refused once it has ended:

                - Collector Bcc: x@y.example, key of a machine of <i>Assistant</i>: ends 5 December 2026 14:00 Europe/Madrid
                - Scripts, your access token: ends 5 December 2026 14:01 Europe/Madrid

                Replace keys in time, with an overlap: https://fixtrail.example/admin/keys.xhtml

                Issue yourself a new token: https://fixtrail.example/account/tokens.xhtml

                You are told 14 days before the end and once more on the last day, unless it is replaced or revoked.
                """);
        assertThat(mail.html()).contains("&lt;i&gt;Assistant&lt;/i&gt;").doesNotContain("<i>");
        assertThat(mail.failureId()).isNull();
    }

    @Test
    void one_key_stands_in_the_subject_which_is_one_line() {
        assertThat(write(MACHINE).subject()).isEqualTo("A key ends soon: Collector Bcc: x@y.example");
        assertThat(write(TOKEN).text()).contains("/account/tokens.xhtml").doesNotContain("/admin/keys.xhtml");
    }

    private static Message write(EndingKey... keys) {
        return KeyWarningMail.write(List.of(keys), ZoneId.of("Europe/Madrid"), URI.create("https://fixtrail.example"));
    }
}
