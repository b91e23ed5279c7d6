package org.fixtrail.services.pack;

import java.util.List;

/** A role and what it may do, in the words of the access table. */
public record PackRole(String role, List<String> permissions) {

    public PackRole {
        permissions = List.copyOf(permissions);
    }
}
