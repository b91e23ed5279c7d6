package org.fixtrail.services.access;

import org.fixtrail.domain.access.Permission;

/** The caller lacks a right that the use case names. */
public class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Permission permission;

    public NotPermitted(Permission permission) {
        super("You may not do this; it needs the right \"" + permission.meaning() + "\".");
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
