package org.fixtrail.services.notification;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where mails go out.
 *
 * @param host the mail server, or null where there is none
 * @param from the address that mails come from
 * @param user for servers that ask who sends, or null
 * @param trusted file of the certificates that the server's may come from, in PEM, or null for those of the JVM
 * @param connectTimeout how long to wait for the connection
 * @param readTimeout how long to wait for each answer, and for each piece of data to be taken
 */
public record MailSettings(
        @Nullable String host,
        int port,
        String from,
        @Nullable String user,
        @Nullable String password,
        MailTls tls,
        @Nullable Path trusted,
        Duration connectTimeout,
        Duration readTimeout) {

    /** @throws IOException when the trusted certificates cannot be read */
    Properties properties() throws IOException {
        Properties smtp = new Properties();
        smtp.setProperty("mail.transport.protocol", "smtp");
        smtp.setProperty("mail.smtp.connectiontimeout", Long.toString(connectTimeout.toMillis()));
        smtp.setProperty("mail.smtp.timeout", Long.toString(readTimeout.toMillis()));
        smtp.setProperty("mail.smtp.writetimeout", Long.toString(readTimeout.toMillis()));
        smtp.setProperty("mail.smtp.auth", Boolean.toString(user != null));
        smtp.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == MailTls.STARTTLS));
        smtp.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == MailTls.STARTTLS));
        smtp.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls == MailTls.IMPLICIT));
        if (trusted != null) {
            smtp.put(
                    "mail.smtp.ssl.socketFactory",
                    TrustedCertificates.only(trusted).getSocketFactory());
        }
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // the answer to QUIT tells nothing new about the mails before it
        smtp.setProperty("mail.smtp.quitwait", "false");
        return smtp;
    }

    /** For messages; the password stays out. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
