package org.fixtrail.launcher.standin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Does what the launcher asks of the application: ready once its table is there, and a first use that happens once. */
@WebServlet({"/health/ready", "/operator/v1/bootstrap", "/probe"})
public final class StandInServlet extends HttpServlet {
    @Override
    public void init() {
        try (Connection owner = connect("fixtrail.db.owner.user", "fixtrail.db.owner.password");
                Statement sql = owner.createStatement()) {
            sql.execute("create table if not exists first_use (body text)");
            sql.execute("grant select, insert on first_use to fixtrail_app");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean probe = request.getServletPath().equals("/probe");
        response.getWriter().print(probe ? probe() : "UP");
    }

    /** Where the JDBC driver was loaded from, and whether a library of the launcher can be seen. */
    private static String probe() {
        ClassLoader driver = PGSimpleDataSource.class.getClassLoader();
        boolean own = driver.getClass().getName().contains("Webapp");
        return (own ? "own driver" : "foreign driver") + ", "
                + (sees("org.subethamail.smtp.server.SMTPServer") ? "sees" : "does not see")
                + " the launcher's libraries";
    }

    private static boolean sees(String className) {
        try {
            Class.forName(className);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!System.getProperty("fixtrail.operator.key").equals(request.getHeader("X-Operator-Key"))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        response.setContentType("application/json");
        try {
            if (firstUse(body)) {
                response.setStatus(HttpServletResponse.SC_CREATED);
                response.getWriter().print("""
                                {"organisationId":"7","people":[
                                {"role":"ADMINISTRATOR","email":"admin@localhost","oneTimePassword":"once-\\u0031"},
                                {"role":"COMPLIANCE_OFFICER","email":"officer@localhost","oneTimePassword":null}]}
                                """);
            } else {
                response.getWriter().print("{\"alreadyDone\":true}");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean firstUse(String body) throws SQLException {
        try (Connection app = connect("fixtrail.db.user", "fixtrail.db.password");
                var insert = app.prepareStatement(
                        "insert into first_use select ? where not exists (select from first_use)")) {
            insert.setString(1, body);
            return insert.executeUpdate() == 1;
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(System.getProperty("fixtrail.db.url"));
        return source.getConnection(System.getProperty(user), System.getProperty(password));
    }
}
