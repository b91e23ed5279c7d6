package org.fixtrail.services.keywarning;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.services.notification.MailText;
import org.fixtrail.services.notification.Message;

/** Writes the mail to one person about the keys and tokens that end soon. */
final class KeyWarningMail {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm VV", Locale.ENGLISH);

    private KeyWarningMail() {}

    /**
     * @param keys at least one, in the order of their ends
     * @param zone the organisation's
     */
    static Message write(List<EndingKey> keys, ZoneId zone, URI baseUrl) {
        String text = "What uses one of these is refused once it has ended:\n\n"
                + keys.stream().map(key -> line(key, zone)).collect(joining())
                + links(keys, baseUrl)
                + "\nYou are told 14 days before the end and once more on the last day, unless it is replaced or revoked.\n";
        return Message.ofOrganisation("key.ends", subject(keys), text, MailText.html(text));
    }

    private static String subject(List<EndingKey> keys) {
        return keys.size() == 1
                ? "A key ends soon: " + MailText.oneLine(keys.get(0).label())
                : keys.size() + " keys end soon";
    }

    private static String line(EndingKey key, ZoneId zone) {
        String system = key.system();
        return "- " + MailText.oneLine(key.label()) + ", " + kind(key.kind())
                + (system == null ? "" : " of " + MailText.oneLine(system)) + ": ends "
                + MOMENT.format(key.endsAt().atZone(zone)) + "\n";
    }

    private static String kind(KeyKind kind) {
        return switch (kind) {
            case PERSONAL -> "your access token";
            case MACHINE -> "key of a machine";
            case PIPELINE -> "key of a build pipeline";
        };
    }

    private static String links(List<EndingKey> keys, URI baseUrl) {
        boolean tokens = keys.stream().anyMatch(EndingKey::isPersonal);
        boolean others = keys.stream().anyMatch(key -> !key.isPersonal());
        return (others ? "\nReplace keys in time, with an overlap: " + baseUrl + "/admin/keys.xhtml\n" : "")
                + (tokens ? "\nIssue yourself a new token: " + baseUrl + "/account/tokens.xhtml\n" : "");
    }
}
