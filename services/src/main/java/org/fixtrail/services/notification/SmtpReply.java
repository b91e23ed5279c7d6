package org.fixtrail.services.notification;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the mail server said, found in what the mail library throws. */
final class SmtpReply {
    private static final int LONGEST = 500;
    /** RFC 5321, 4.2: three digits, then a blank or a hyphen. */
    private static final Pattern REFUSAL = Pattern.compile("[45][0-9]{2}([ -].*)?", Pattern.DOTALL);

    private SmtpReply() {}

    /** The reply with which the server refused, if it said anything at all. */
    static Optional<String> refusal(MessagingException thrown) {
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < 10; depth++) {
            String message = next.getMessage();
            if (message != null && REFUSAL.matcher(message.strip()).matches()) {
                return Optional.of(oneLine(message));
            }
            next = next(next);
        }
        return Optional.empty();
    }

    static boolean isPermanent(String reply) {
        return reply.startsWith("5");
    }

    /** The innermost cause in words. */
    static String reason(Exception thrown) {
        Throwable last = thrown;
        for (int depth = 0; depth < 10; depth++) {
            Throwable next = next(last);
            if (next == null) {
                break;
            }
            last = next;
        }
        return oneLine(thrown.getMessage() + (last == thrown ? "" : ": " + last.getMessage()));
    }

    private static @Nullable Throwable next(Throwable thrown) {
        return thrown instanceof MessagingException mail ? mail.getNextException() : thrown.getCause();
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
