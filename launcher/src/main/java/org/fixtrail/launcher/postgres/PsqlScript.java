package org.fixtrail.launcher.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a script written for {@code psql}, as far as {@code bootstrap.sql} needs it, so that the launcher and the
 * administrator of a production server run the very same file.
 *
 * <p>Understood are statements that end with {@code ;} at the end of a line, {@code \gexec} (run each row of the result
 * as a statement), {@code \connect}, {@code :'variable'} as a quoted literal, and comments on lines of their own. Each
 * statement commits by itself and the first that fails ends the run, as with {@code ON_ERROR_STOP}.
 */
final class PsqlScript {
    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

    /** Opens a connection to the named database. */
    interface Connector {
        Connection connect(String database) throws SQLException;
    }

    sealed interface Step {
        record Run(String sql) implements Step {}

        record RunResult(String sql) implements Step {}

        record Connect(String database) implements Step {}
    }

    private PsqlScript() {}

    static void run(String script, Map<String, String> variables, Connector connector) throws SQLException {
        Connection connection = connector.connect("postgres");
        try {
            for (Step step : parse(script, variables)) {
                if (step instanceof Step.Connect change) {
                    connection.close();
                    connection = connector.connect(change.database());
                } else if (step instanceof Step.Run run) {
                    execute(connection, run.sql());
                } else if (step instanceof Step.RunResult run) {
                    for (String sql : rows(connection, run.sql())) {
                        execute(connection, sql);
                    }
                }
            }
        } finally {
            connection.close();
        }
    }

    static List<Step> parse(String script, Map<String, String> variables) {
        List<Step> steps = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        for (String line : script.lines().map(String::strip).toList()) {
            if (line.equals("\\gexec")) {
                steps.add(new Step.RunResult(take(sql)));
            } else if (line.startsWith("\\connect ")) {
                steps.add(new Step.Connect(line.substring("\\connect ".length()).strip()));
            } else if (line.startsWith("\\") && !line.equals("\\set ON_ERROR_STOP on")) {
                throw new IllegalArgumentException("not understood: " + line);
            } else if (!line.isEmpty() && !line.startsWith("--") && !line.startsWith("\\")) {
                sql.append(fillIn(line, variables)).append('\n');
                if (line.endsWith(";")) {
                    steps.add(new Step.Run(take(sql)));
                }
            }
        }
        if (!sql.isEmpty()) {
            throw new IllegalArgumentException("the last statement has no end");
        }
        return steps;
    }

    private static String take(StringBuilder sql) {
        String statement = sql.toString().strip();
        sql.setLength(0);
        return statement;
    }

    private static String fillIn(String line, Map<String, String> variables) {
        return VARIABLE.matcher(line).replaceAll(found -> {
            String value = variables.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for :'" + found.group(1) + "'");
            }
            if (value.indexOf('\\') >= 0) {
                throw new IllegalArgumentException("a backslash in :'" + found.group(1) + "'");
            }
            return Matcher.quoteReplacement("'" + value.replace("'", "''") + "'");
        });
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
