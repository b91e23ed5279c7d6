package org.fixtrail.services.access;

/** What was named does not exist for this caller; another organisation's things do not exist either. */
public class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotFound(String what) {
        super("There is no such " + what + ".");
    }
}
