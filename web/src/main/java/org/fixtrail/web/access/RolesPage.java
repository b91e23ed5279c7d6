package org.fixtrail.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.services.access.CallerContext;

/** Who may do what, for everybody who has signed in: the table of {@link Role}, as it is. */
@Named
@RequestScoped
public class RolesPage {

    /** Whether a role holds a right. */
    public record Cell(Role role, boolean held) {}

    /**
     * A right and who holds it.
     *
     * @param own whether it is among the rights of who looks at the page
     */
    public record RightRow(Permission right, boolean own, List<Cell> cells) {}

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    /** Without what no role holds: that is for the operator of the installation. */
    public List<RightRow> getRights() {
        return Arrays.stream(Permission.values())
                .filter(right -> roles().anyMatch(role -> role.permissions().contains(right)))
                .map(RolesPage::row)
                .toList();
    }

    private static RightRow row(Permission right) {
        return new RightRow(
                right,
                CallerContext.get().may(right),
                roles().map(role -> new Cell(role, role.permissions().contains(right)))
                        .toList());
    }

    private static Stream<Role> roles() {
        return Arrays.stream(Role.values());
    }
}
