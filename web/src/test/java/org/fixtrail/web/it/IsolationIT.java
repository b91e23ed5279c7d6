package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.organisation.Organisation;
import org.fixtrail.services.access.CallerContext;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One organisation sees nothing of another, whichever way it asks. */
@ExtendWith(ArquillianExtension.class)
class IsolationIT {
    /** Without what belongs to an account and tells of an organisation: the application has no right to it at all. */
    private static final String TABLES_OF_ORGANISATIONS = """
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'fixtrail' and c.relkind in ('r', 'p')
                and c.relname not in ('sign_in_session', 'account_link') and (c.relname = 'organisation'
                or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id'))
            order by 1
            """;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Transactions transactions;

    @Inject
    private Behind behind;

    @Test
    void every_table_of_organisations_has_row_level_security_enabled_and_forced() {
        List<String> open = behind.column(String.class, """
                select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'fixtrail' and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
                    and not (c.relrowsecurity and c.relforcerowsecurity)
                """);

        assertThat(open).isEmpty();
        assertThat(tables()).hasSizeGreaterThan(25).contains("failure", "transition", "ledger_entry", "organisation");
    }

    @Test
    void every_policy_admits_the_own_organisation_for_reading_and_writing_and_nothing_else() {
        List<String> policies = behind.column(
                String.class,
                "select distinct concat_ws(' | ', permissive, cmd, qual, with_check) from pg_policies"
                        + " where schemaname = 'fixtrail' and tablename <> 'organisation'");
        List<String> protectedTables = behind.column(
                String.class,
                "select tablename::text from pg_policies where schemaname = 'fixtrail' order by tablename");

        assertThat(policies)
                .containsExactly("PERMISSIVE | ALL | (organisation_id = current_organisation())"
                        + " | (organisation_id = current_organisation())");
        assertThat(protectedTables).containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void the_applications_role_has_no_right_to_what_belongs_to_accounts() {
        List<String> reached = behind.column(String.class, """
                select c.relname::text from pg_class c
                where c.relnamespace = 'fixtrail'::regnamespace and c.relkind in ('r', 'p')
                    and c.relname in ('account', 'sign_in_session', 'second_factor', 'recovery_code', 'account_link',
                        'known_device', 'guess')
                    and has_table_privilege('fixtrail_app', c.oid, 'select, insert, update, delete')
                """);

        assertThat(reached).isEmpty();
    }

    @Test
    void the_applications_role_owns_nothing_and_cannot_bypass() {
        assertThat(behind.column(
                        Boolean.class,
                        "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication"
                                + " from pg_roles where rolname = 'fixtrail_app'"))
                .containsExactly(false);
        assertThat(behind.count("select count(*) from pg_class c join pg_roles r on r.oid = c.relowner"
                        + " where r.rolname = 'fixtrail_app'"))
                .isZero();
        assertThat(behind.count("select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member"
                        + " where r.rolname = 'fixtrail_app'"))
                .isZero();
        Object user = transactions.in(
                em -> em.createNativeQuery("select cast(current_user as text)").getSingleResult());
        assertThat(user).isEqualTo("fixtrail_app");
    }

    @Test
    void functions_that_look_across_belong_to_a_role_that_nobody_signs_in_with_and_fix_their_search_path() {
        List<String> loose = behind.column(String.class, """
                select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                    join pg_roles r on r.oid = p.proowner
                where n.nspname = 'fixtrail' and p.prosecdef and (r.rolname not in ('fixtrail_definer', 'fixtrail_eraser')
                    or r.rolcanlogin
                    or not coalesce(p.proconfig @> array['search_path=fixtrail, pg_temp'], false)
                    or has_function_privilege('public', p.oid, 'execute'))
                """);

        assertThat(loose).isEmpty();
    }

    @Test
    void nothing_of_another_organisation_is_seen_through_jpa() {
        Tenant ours = withHistory();
        UUID theirFailure = story.failure(withHistory(), Duration.ofHours(1));

        as(
                ours.server(),
                () -> transactions.in(em -> {
                    for (EntityType<?> type : em.getMetamodel().getEntities()) {
                        assertThat(organisations(em, type)).as(type.getName()).isSubsetOf(ours.id());
                    }
                    assertThat(em.find(Failure.class, theirFailure)).isNull();
                    return true;
                }));
    }

    private static List<UUID> organisations(EntityManager em, EntityType<?> type) {
        String column = type.getJavaType() == Organisation.class ? "e.id" : "e.organisationId";
        return em.createQuery("select distinct " + column + " from " + type.getName() + " e", UUID.class)
                .getResultList();
    }

    @Test
    void nothing_of_another_organisation_is_seen_through_native_sql() {
        Tenant ours = withHistory();
        Tenant theirs = withHistory();

        as(
                ours.server(),
                () -> transactions.in(em -> {
                    for (String table : tables()) {
                        assertThat(count(
                                        em,
                                        "select count(*) from " + table + " where " + owner(table) + " <> ?1",
                                        ours.id()))
                                .as(table)
                                .isZero();
                    }
                    assertThat(count(em, "select count(*) from failure where organisation_id = ?1", theirs.id()))
                            .isZero();
                    assertThat(count(em, "select count(*) from failure where organisation_id = ?1", ours.id()))
                            .isPositive();
                    return true;
                }));
    }

    @Test
    void nothing_of_another_organisation_is_seen_through_jdbc_in_the_same_transaction() {
        Tenant ours = withHistory();
        withHistory();

        as(
                ours.server(),
                () -> transactions.in(em -> {
                    em.createNativeQuery("select 1").getSingleResult();
                    assertThat(jdbc("select count(*) from failure where organisation_id <> '" + ours.id() + "'"))
                            .isZero();
                    return true;
                }));
    }

    @Test
    void jdbc_outside_of_a_transaction_sees_nothing_even_after_others_used_the_connection() {
        Tenant ours = withHistory();

        CallerContext.run(ours.server(), () -> {
            for (String table : tables()) {
                assertThat(jdbc("select count(*) from " + table)).as(table).isZero();
            }
        });
    }

    @Test
    void a_transaction_without_an_organisation_sees_nothing_and_stores_nothing() {
        Tenant ours = withHistory();

        transactions.in(em -> {
            for (String table : tables()) {
                assertThat(count(em, "select count(*) from " + table)).as(table).isZero();
            }
            return true;
        });
        assertThatThrownBy(() -> transactions.in(em -> {
                    em.persist(failureOf(ours.id(), UUID.randomUUID()));
                    em.flush();
                    return true;
                }))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_row_cannot_be_stored_for_another_organisation() {
        Tenant ours = tenants.any();
        Tenant theirs = withHistory();

        assertThatThrownBy(() -> as(
                        ours.server(),
                        () -> transactions.in(em -> {
                            em.persist(failureOf(theirs.id(), UUID.randomUUID()));
                            em.flush();
                            return true;
                        })))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> as(
                        ours.server(),
                        () -> transactions.in(
                                em -> em.createNativeQuery("insert into ledger_salt (organisation_id, leaf, salt)"
                                                + " values (?1, 999, decode(repeat('00', 32), 'hex'))")
                                        .setParameter(1, theirs.id())
                                        .executeUpdate())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_row_cannot_be_handed_to_another_organisation() {
        Tenant ours = withHistory();
        Tenant theirs = tenants.any();

        assertThatThrownBy(() -> as(
                        ours.server(),
                        () -> transactions.in(em -> em.createNativeQuery("update ai_system set organisation_id = ?1")
                                .setParameter(1, theirs.id())
                                .executeUpdate())))
                .hasStackTraceContaining("row-level security");
    }

    /** A foreign key does not obey row-level security: it must hold the organisation. */
    @Test
    void every_foreign_key_between_tables_of_organisations_holds_the_organisation() {
        List<String> loose = behind.column(String.class, """
                select k.conname::text from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                where n.nspname = 'fixtrail' and k.contype = 'f'
                    and k.confrelid <> 'fixtrail.account'::regclass and not exists (
                    select from unnest(k.conkey) as column_number
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = column_number
                    where a.attname = 'organisation_id')
                """);

        assertThat(loose).isEmpty();
    }

    private Tenant withHistory() {
        Tenant tenant = tenants.any();
        UUID failure = story.failure(tenant, Duration.ofHours(2));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        return tenant;
    }

    private List<String> tables() {
        return behind.column(String.class, TABLES_OF_ORGANISATIONS);
    }

    private static String owner(String table) {
        return table.equals("organisation") ? "id" : "organisation_id";
    }

    private static long count(EntityManager em, String sql, UUID... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return ((Number) query.getSingleResult()).longValue();
    }

    private long jdbc(String sql) {
        try (Connection connection = transactions.plainConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Failure failureOf(UUID organisation, UUID system) {
        return Samples.failure(UUID.randomUUID(), organisation, system);
    }
}
