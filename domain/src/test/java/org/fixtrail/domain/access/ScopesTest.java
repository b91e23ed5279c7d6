package org.fixtrail.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopesTest {
    private static final Set<Permission> AUDITOR = Role.AUDITOR.permissions();

    @Test
    void all_is_what_is_held_but_never_a_right_that_gives_rights() {
        assertThat(Scopes.ALL.narrow(AUDITOR))
                .containsExactlyInAnyOrder(
                        Permission.VIEW_RECORD, Permission.READ_PACK, Permission.CHECK_LEDGER, Permission.VIEW_ACCESS);
        assertThat(Scopes.of(Set.of(Permission.MANAGE_OWN_TOKENS)).narrow(AUDITOR))
                .isEmpty();
    }

    @Test
    void a_named_right_that_is_not_held_is_not_given() {
        Scopes scopes = Scopes.of(Set.of(Permission.VIEW_RECORD, Permission.MANAGE_PEOPLE));
        assertThat(scopes.narrow(AUDITOR)).containsExactly(Permission.VIEW_RECORD);
    }

    @Test
    void a_right_that_was_lost_is_lost_to_the_key() {
        Scopes scopes = Scopes.of(Set.of(Permission.VIEW_RECORD));
        assertThat(scopes.narrow(Set.of(Permission.MANAGE_KEYS))).isEmpty();
        assertThat(Scopes.ALL.narrow(EnumSet.noneOf(Permission.class))).isEmpty();
    }

    @Test
    void what_is_written_is_read_again() {
        for (Scopes scopes : List.of(Scopes.ALL, Scopes.of(AUDITOR), Scopes.of(Set.of(Permission.BUILD_FIX)))) {
            assertThat(Scopes.parse(scopes.toString())).isEqualTo(scopes);
        }
        assertThat(Scopes.of(Set.of(Permission.READ_PACK, Permission.VIEW_RECORD)))
                .hasToString("VIEW_RECORD,READ_PACK");
    }

    @Test
    void no_scope_at_all_is_not_a_scope() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scopes.of(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Scopes.parse(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Scopes.parse("EVERYTHING"));
    }
}
