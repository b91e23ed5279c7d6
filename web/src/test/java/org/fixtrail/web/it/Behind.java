package org.fixtrail.web.it;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixtrail.services.storage.Migrations;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The database behind the application's back, past policies and rights. */
@ApplicationScoped
public class Behind {
    /** Work on a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    Connection asSuperuser() throws SQLException {
        return connect("postgres", System.getProperty("fixtrail.it.db.superuser.password"));
    }

    Connection asOwner() throws SQLException {
        return connect("fixtrail_owner", System.getProperty("fixtrail.db.owner.password"));
    }

    Connection asApp() throws SQLException {
        return connect("fixtrail_app", System.getProperty("fixtrail.db.password"));
    }

    private static Connection connect(String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.getInteger("fixtrail.it.db.port", 0)});
        source.setDatabaseName("fixtrail");
        source.setCurrentSchema("fixtrail,pg_temp");
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    /** The first column of each row. */
    <T> List<T> column(Class<T> type, String sql, @Nullable Object... parameters) {
        return superuser(connection -> column(connection, type, sql, parameters));
    }

    static <T> List<T> column(Connection connection, Class<T> type, String sql, @Nullable Object... parameters)
            throws SQLException {
        List<T> values = new ArrayList<>();
        try (PreparedStatement select = prepared(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                values.add(row.getObject(1, type));
            }
        }
        return values;
    }

    long count(String sql, @Nullable Object... parameters) {
        return column(Long.class, sql, parameters).get(0);
    }

    /** How many of the application's connections wait for a lock. */
    long waiting() {
        return count("select count(*) from pg_stat_activity where usename = 'fixtrail_app'"
                + " and wait_event_type = 'Lock'");
    }

    /** Changes rows as nobody may: triggers and foreign keys are off. Answers how many it changed. */
    int tamper(String sql, @Nullable Object... parameters) {
        return superuser(connection -> {
            execute(connection, "set session_replication_role = replica");
            try (PreparedStatement change = prepared(connection, sql, parameters)) {
                return change.executeUpdate();
            }
        });
    }

    /** Runs the part of a migration that brings rows of before up to date, as the owner does. */
    void bringUpToDate(String migration) {
        try (Connection owner = asOwner();
                InputStream file = Migrations.class.getResourceAsStream("/db/migration/" + migration)) {
            String sql = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            int begin = sql.indexOf("do $$");
            execute(owner, sql.substring(begin, sql.indexOf("end $$;", begin) + "end $$;".length()));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        superuser(connection -> {
            execute(connection, sql);
            return true;
        });
    }

    <T> T superuser(Work<T> work) {
        try (Connection connection = asSuperuser()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
