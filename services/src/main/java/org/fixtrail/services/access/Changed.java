package org.fixtrail.services.access;

/** Somebody else changed the same thing at the same time; nothing of this call was stored. */
public class Changed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Changed() {
        super("Somebody else changed this at the same time. Look at it again and repeat what you wanted to do.");
    }
}
