package org.fixtrail.services.notification;

import java.util.Arrays;
import java.util.Locale;

/** How the way to the mail server is protected; where it is, the server's name and certificate are always checked. */
public enum MailTls {
    /** Not at all. */
    NONE,
    /** The connection turns to TLS before anything is sent, or nothing is sent (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte, usually on port 465 (RFC 8314). */
    IMPLICIT;

    /** @throws IllegalArgumentException that says what there is */
    static MailTls parse(String setting) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(setting.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fixtrail.mail.tls must be one of "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }
}
