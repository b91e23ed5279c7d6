package org.fixtrail.launcher.mail;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** Takes one message; everyone may send to anyone, since it goes no further. */
final class Reception implements MessageHandler {
    private static final int INSUFFICIENT_STORAGE = 452;
    private static final int TOO_BIG = 552;

    private final Mailbox mailbox;

    Reception(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void from(String sender) {
        // any
    }

    @Override
    public void recipient(String recipient) {
        // any
    }

    @Override
    @SuppressWarnings("NullAway") // null stands for the standard answer, 250 Ok
    public @Nullable String data(InputStream message) throws RejectException, IOException {
        switch (mailbox.store(message)) {
            case STORED -> {
                return null;
            }
            case TOO_BIG -> throw new RejectException(TOO_BIG, "message too big");
            case FULL -> throw new RejectException(INSUFFICIENT_STORAGE, "mail sink full: empty its folder");
        }
        throw new IllegalStateException("unreachable");
    }

    @Override
    public void done() {
        // nothing is kept between messages
    }
}
