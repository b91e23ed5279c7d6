package org.fixtrail.launcher.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An embedded PostgreSQL that runs: real, durable, on 127.0.0.1 alone, a password for every login.
 *
 * <p>It holds the roles and the empty schema of {@code bootstrap.sql}; migrations are the application's. It outlives a
 * killed launcher on purpose, since nothing is lost that way: {@link #start} and {@link #stopOrphan} find it again.
 */
public final class Database implements AutoCloseable {
    /** The login that runs the migrations. */
    public static final String OWNER = "fixtrail_owner";

    /** The login that the application works with. */
    public static final String APP = "fixtrail_app";

    private static final String SUPERUSER = "postgres";
    private static final String BOOTSTRAP = "/org/fixtrail/launcher/bootstrap.sql";

    private final PostgresServer server;
    private final DatabasePasswords passwords;
    private final int port;

    private Database(PostgresServer server, DatabasePasswords passwords, int port) {
        this.server = server;
        this.passwords = passwords;
        this.port = port;
    }

    /**
     * Starts PostgreSQL with its log below {@code home}; see {@link #start(Path, Path, DatabasePasswords, int)}.
     *
     * @param home holds {@code data}, {@code bin} and {@code log}; made if it is not there
     * @param port where it listens; 0 takes a free one
     */
    public static Database start(Path home, DatabasePasswords passwords, int port) {
        return start(home, home.resolve("log"), passwords, port);
    }

    /**
     * Starts PostgreSQL and brings roles and schema up to date. One that a killed launcher left running on the same data
     * is stopped first.
     *
     * @throws DatabaseException if it does not start; the message names the cause in one line
     */
    public static Database start(Path home, Path logDirectory, DatabasePasswords passwords, int port) {
        try {
            Files.createDirectories(home);
            Files.createDirectories(logDirectory);
            PostgresServer server = PostgresServer.of(home, logDirectory);
            server.stopLeftover();
            server.initialise(passwords.superuser());
            Database database = new Database(server, passwords, server.start(port));
            database.bootstrapOrStop();
            return database;
        } catch (IOException e) {
            throw new DatabaseException("PostgreSQL could not be started in " + home + ": " + e.getMessage(), e);
        }
    }

    /**
     * Stops what a killed launcher left running on this data.
     *
     * @return the process that was stopped, empty if there was none
     */
    public static OptionalLong stopOrphan(Path home, Path logDirectory) {
        OptionalLong pid = runningProcess(home);
        if (pid.isPresent()) {
            PostgresServer.of(home, logDirectory).stopLeftover();
        }
        return pid;
    }

    /** The process that serves the data of {@code home} now, empty if none does. */
    public static OptionalLong runningProcess(Path home) {
        return DataDirectory.in(home).runningProcess();
    }

    public int port() {
        return port;
    }

    /** The URL without user and password; names resolve in the schema {@code fixtrail} alone. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port
                + "/fixtrail?reWriteBatchedInserts=true&ApplicationName=fixtrail&currentSchema=fixtrail,pg_temp";
    }

    /** Signs in as the owner of the tables, who runs the migrations. */
    public Connection connectAsOwner() throws SQLException {
        return connect("fixtrail", OWNER, passwords.owner());
    }

    /** Signs in as the application, which owns nothing and cannot bypass row-level security. */
    public Connection connectAsApp() throws SQLException {
        return connect("fixtrail", APP, passwords.app());
    }

    /** Signs in as the superuser; for tests that look behind row-level security. */
    public Connection connectAsSuperuser() throws SQLException {
        return connect("fixtrail", SUPERUSER, passwords.superuser());
    }

    /** Ends open connections, writes everything down and stops; the data stay. */
    @Override
    public void close() {
        server.stop();
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    private void bootstrapOrStop() {
        try {
            PsqlScript.run(
                    bootstrapScript(),
                    Map.of("owner_password", passwords.owner(), "app_password", passwords.app()),
                    database -> connect(database, SUPERUSER, passwords.superuser()));
        } catch (SQLException e) {
            close();
            boolean refused = "28P01".equals(e.getSQLState());
            throw new DatabaseException(
                    refused
                            ? "PostgreSQL refuses the password: "
                                    + server.data().path() + " was made with other secrets"
                            : "the roles and the schema could not be made: " + e.getMessage(),
                    e);
        }
    }

    private static String bootstrapScript() {
        try (InputStream in = Database.class.getResourceAsStream(BOOTSTRAP)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + BOOTSTRAP);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be read: " + BOOTSTRAP, e);
        }
    }
}
