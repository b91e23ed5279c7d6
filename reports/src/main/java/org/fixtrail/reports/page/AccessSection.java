package org.fixtrail.reports.page;

import java.util.List;
import java.util.Map;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackRole;

/** Who may do what. */
final class AccessSection {
    private AccessSection() {}

    static Section of(PackContent content, Wording wording) {
        List<PackRole> roles = content.roles();
        return new Section(
                "access",
                "Access",
                "7  Roles and permissions",
                Map.of(),
                () -> roles.stream()
                        .map(role -> new Line(
                                wording.clean(role.role()), wording.orDash(String.join(", ", role.permissions())))));
    }

    /** A role as the template prints it. */
    record Line(String role, String permissions) {}
}
