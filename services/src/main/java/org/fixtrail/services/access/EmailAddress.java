package org.fixtrail.services.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** The form of the addresses people sign in with: ASCII only, since lower case means the same everywhere in it. */
final class EmailAddress {
    private static final int MOST = 254;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){0,10}");

    private EmailAddress() {}

    static boolean isWritten(String text) {
        String address = text.strip();
        return address.length() <= MOST && FORM.matcher(address).matches();
    }

    static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
