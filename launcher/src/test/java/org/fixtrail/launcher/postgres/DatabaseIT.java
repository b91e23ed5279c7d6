package org.fixtrail.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseIT {
    private static final DatabasePasswords PASSWORDS = DatabasePasswords.random();

    @TempDir
    private static Path home;

    private static Database database;

    @BeforeAll
    static void start() {
        database = Database.start(home, PASSWORDS, 0);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8"
    })
    void it_is_durable_and_keeps_to_itself(String setting, String value) throws SQLException {
        try (Connection connection = database.connectAsSuperuser()) {
            assertThat(rows(connection, "show " + setting)).containsExactly(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"postgres", "fixtrail_owner", "fixtrail_app", "fixtrail_definer"})
    void nobody_signs_in_without_the_right_password(String user) {
        String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/fixtrail?user=" + user;

        assertThatThrownBy(() -> DriverManager.getConnection(url + "&password=wrong"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
    }

    @Test
    void the_only_rule_asks_everyone_for_a_password() throws IOException {
        assertThat(Files.readAllLines(home.resolve("data/pg_hba.conf")))
                .containsExactly("host all all 127.0.0.1/32 scram-sha-256");
    }

    @Test
    void the_roles_may_what_they_need_and_no_more() throws SQLException {
        try (Connection connection = database.connectAsSuperuser()) {
            assertThat(rows(connection, """
                            select concat_ws(' ', rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole)
                            from pg_roles where rolname like 'fixtrail%' order by rolname"""))
                    .containsExactly(
                            "fixtrail_app t f f f f",
                            "fixtrail_definer f f t f f",
                            "fixtrail_eraser f f t f f",
                            "fixtrail_owner t f f f f");
            assertThat(rows(connection, """
                            select concat_ws(' ', inherit_option, set_option) from pg_auth_members
                            where roleid = 'fixtrail_definer'::regrole and member = 'fixtrail_owner'::regrole""")).containsExactly("f t");
            assertThat(
                            rows(
                                    connection,
                                    "select count(*) from pg_shdepend where refobjid = 'fixtrail_app'::regrole and deptype = 'o'"))
                    .containsExactly("0");
        }
    }

    @Test
    void the_application_makes_nothing_but_temporary_tables() throws SQLException {
        try (Connection app = database.connectAsApp()) {
            execute(app, "create temporary table import (line text)");
            for (String refused : List.of(
                    "create table t (id int)",
                    "create table public.t (id int)",
                    "create schema s",
                    "set role fixtrail_definer",
                    "set row_security = off; alter role fixtrail_app bypassrls")) {
                assertThatThrownBy(() -> execute(app, refused))
                        .as(refused)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void the_owner_can_hand_a_function_to_the_definer_and_the_app_calls_it_past_the_policies() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Connection app = database.connectAsApp()) {
            execute(owner, """
                    create table secret (id int);
                    insert into secret values (1), (2);
                    alter table secret enable row level security;
                    alter table secret force row level security;
                    grant select on secret to fixtrail_app, fixtrail_definer;
                    create function counted() returns bigint language sql security definer
                        set search_path = fixtrail, pg_temp as 'select count(*) from secret';
                    alter function counted() owner to fixtrail_definer""");

            assertThat(rows(owner, "select count(*) from secret")).containsExactly("0");
            assertThat(rows(app, "select count(*) from secret")).containsExactly("0");
            assertThat(rows(app, "select counted()")).containsExactly("2");
        }
    }

    @Test
    void names_resolve_in_the_schema_alone() throws SQLException {
        try (Connection app = DriverManager.getConnection(database.url(), Database.APP, PASSWORDS.app())) {
            assertThat(rows(app, "show search_path")).containsExactly("fixtrail,pg_temp");
        }
    }

    @Test
    void sorting_is_the_same_on_every_machine_and_letters_are_known_to_text_search() throws SQLException {
        try (Connection app = database.connectAsApp()) {
            assertThat(
                            rows(
                                    app,
                                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'fixtrail'"))
                    .containsExactly("b C.UTF-8");
            assertThat(rows(app, "select to_tsvector('simple', 'Müller ÉTÉ')::text"))
                    .containsExactly("'müller':1 'été':2");
        }
    }

    @Test
    void psql_runs_the_same_script_again_and_again() throws IOException, InterruptedException {
        Optional<Path> psql = psqlOnPath();
        assumeThat(psql).as("psql on the PATH").isPresent();
        Path script = Path.of("src/main/resources/org/fixtrail/launcher/bootstrap.sql");

        ProcessBuilder run = new ProcessBuilder(
                psql.orElseThrow().toString(),
                "--no-psqlrc",
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=postgres",
                "--dbname=postgres",
                "--set=owner_password=" + PASSWORDS.owner(),
                "--set=app_password=" + PASSWORDS.app(),
                "--file=" + script);
        run.environment().put("PGPASSWORD", PASSWORDS.superuser());
        run.redirectErrorStream(true);
        Process process = run.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("ALTER ROLE").doesNotContain("ERROR");
    }

    /** The first is never closed, as after kill -9 of its launcher. */
    @Test
    void one_that_was_left_running_is_stopped_and_nothing_is_lost(@TempDir Path own) throws SQLException {
        Database left = Database.start(own, PASSWORDS, 0);
        long leftPid = Database.runningProcess(own).orElseThrow();
        try (Connection owner = left.connectAsOwner()) {
            execute(owner, "create table kept (id int); insert into kept values (1)");

            try (Database next = Database.start(own, PASSWORDS, 0);
                    Connection again = next.connectAsOwner()) {
                assertThat(rows(again, "select id from kept")).containsExactly("1");
                assertThat(Database.runningProcess(own).orElseThrow()).isNotEqualTo(leftPid);
                assertThat(ProcessHandle.of(leftPid).filter(ProcessHandle::isAlive))
                        .isEmpty();
            }
        }
        assertThat(Database.runningProcess(own)).isEmpty();
    }

    @Test
    void a_pid_file_whose_number_belongs_to_another_program_does_not_stop_the_start(@TempDir Path own)
            throws IOException {
        Database.start(own, PASSWORDS, 0).close();
        Path data = own.resolve("data");
        Files.write(
                PostmasterPid.file(data),
                List.of(Long.toString(ProcessHandle.current().pid()), data.toString(), "1767772800", "5433", "", ""));

        Database.start(own, PASSWORDS, 0).close();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_taken_port_and_wrong_secrets_are_said_in_one_line(@TempDir Path own) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Database.start(own, PASSWORDS, taken.getLocalPort()))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageMatching("PostgreSQL does not start: .*FATAL.*TCP/IP.*");
        }
        assertThatThrownBy(() -> Database.start(own, DatabasePasswords.random(), 0))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("made with other secrets");
        assertThat(Database.runningProcess(own)).isEmpty();
    }

    private static Optional<Path> psqlOnPath() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .map(folder -> Path.of(folder, "psql"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
