package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.ledger.Act;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the ledger covers is never changed: the application may not, and nobody's statement gets past the triggers. */
@ExtendWith(ArquillianExtension.class)
class AppendOnlyIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    private EntityManager em;

    @Inject
    private Behind behind;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Test
    void the_application_may_not_change_remove_or_empty_a_covered_table() throws SQLException {
        try (Connection app = behind.asApp()) {
            for (String table : covered()) {
                for (String change : changes(table)) {
                    assertRefused(app, change, "permission denied for table " + table);
                }
            }
        }
    }

    @Test
    void salts_can_be_neither_changed_nor_removed_by_the_application() throws SQLException {
        try (Connection app = behind.asApp()) {
            for (String change : changes("ledger_salt")) {
                assertRefused(app, change, "permission denied for table ledger_salt");
            }
        }
    }

    @Test
    void a_trigger_refuses_the_owner_too() throws SQLException {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        try (Connection owner = behind.asOwner()) {
            Behind.execute(owner, "set fixtrail.organisation = '" + tenant.id() + "'");
            for (String table : List.of(
                    "organisation",
                    "ledger_entry",
                    "person_change",
                    "system_revision",
                    "failure_revision",
                    "transition")) {
                for (String change : changes(table)) {
                    assertRefused(owner, change, "rows of " + table + " are never changed");
                }
            }
        }
    }

    @Test
    void every_covered_table_has_the_triggers_and_they_fire_always() {
        List<String> guarded = behind.column(String.class, """
                select c.relname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    join pg_proc p on p.oid = t.tgfoid
                where p.proname = 'refuse_change' and t.tgenabled = 'O' and t.tgqual is null and t.tgattr = ''
                group by c.relname
                -- before, for each row, update and delete: 1 + 2 + 8 + 16; before, for the statement, truncate: 2 + 32
                having array_agg(t.tgtype order by t.tgtype) = array[27, 34]::int2[]
                """);

        assertThat(guarded).containsExactlyInAnyOrderElementsOf(covered());
    }

    @Test
    void the_head_of_a_ledger_only_grows() {
        Tenant tenant = tenants.any();

        assertThatThrownBy(() -> {
                    try (Connection owner = behind.asOwner()) {
                        Behind.execute(owner, "set fixtrail.organisation = '" + tenant.id() + "'");
                        Behind.execute(owner, "update ledger_head set size = size - 1");
                    }
                })
                .hasMessageContaining("the head of a ledger only grows");
    }

    private List<String> covered() {
        return Stream.concat(
                        em.getMetamodel().getEntities().stream()
                                .map(EntityType::getJavaType)
                                .filter(Act.class::isAssignableFrom)
                                .map(type -> type.getAnnotation(Table.class).name()),
                        Stream.of("ledger_entry", "signal", "organisation_tombstone"))
                .toList();
    }

    private static List<String> changes(String table) {
        String column =
                table.equals("organisation") || table.equals("organisation_tombstone") ? "id" : "organisation_id";
        return List.of(
                "update " + table + " set " + column + " = " + column,
                "delete from " + table,
                "truncate " + table + " cascade");
    }

    private static void assertRefused(Connection connection, String sql, String why) {
        assertThatThrownBy(() -> Behind.execute(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE))
                .hasMessageContaining(why);
    }
}
