package org.fixtrail.web.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fixtrail.launcher.postgres.Database;
import org.fixtrail.launcher.postgres.DatabasePasswords;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts an empty PostgreSQL before the server starts, tells the server of it in the options of its JVM, and stops it after the
 * last test. Does nothing in runs without {@code fixtrail.it.folder}: unit tests need no database.
 */
public final class ServerOfTests implements LauncherSessionListener {
    private static final String FOLDER = "fixtrail.it.folder";

    /** The argument file of the server's JVM that arquillian.xml names. */
    private static final String JVM_OPTIONS = "it-jvm-options";

    private @Nullable Database database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return;
        }
        Path home = Path.of(folder).resolve("it-database");
        DatabasePasswords passwords = DatabasePasswords.random();
        Database started = Database.start(emptied(home), passwords, 0);
        database = started;
        write(Path.of(folder).resolve(JVM_OPTIONS), settings(Path.of(folder), started, passwords));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            database.close();
        }
    }

    private static Map<String, String> settings(Path folder, Database database, DatabasePasswords passwords) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fixtrail.db.url", database.url());
        settings.put("fixtrail.db.user", Database.APP);
        settings.put("fixtrail.db.password", passwords.app());
        settings.put("fixtrail.db.owner.user", Database.OWNER);
        settings.put("fixtrail.db.owner.password", passwords.owner());
        settings.put("fixtrail.keys.dir", folder.resolve("it-keys").toString());
        settings.put("fixtrail.keys.password", DatabasePasswords.randomPassword());
        settings.put("fixtrail.secret-key", DatabasePasswords.randomPassword());
        // the tests themselves decide when background work runs
        settings.put("fixtrail.background.enabled", "false");
        // the servers that webhooks call in tests are here
        settings.put("fixtrail.webhook.private-addresses", "allow");
        settings.put("fixtrail.webhook.http", "allow");
        settings.put("fixtrail.it.output", folder.toAbsolutePath().toString());
        settings.put("fixtrail.it.db.port", Integer.toString(database.port()));
        settings.put("fixtrail.it.db.superuser.password", passwords.superuser());
        return settings;
    }

    private static void write(Path file, Map<String, String> settings) {
        String options = "-Xmx1g -XX:+UseSerialGC -Duser.timezone=Europe/Paris\n"
                + settings.entrySet().stream()
                        .map(setting -> "\"-D" + setting.getKey() + "="
                                + setting.getValue().replace("\\", "\\\\") + "\"\n")
                        .collect(Collectors.joining());
        try {
            Files.writeString(file, options);
        } catch (IOException e) {
            throw new IllegalStateException("cannot be written: " + file, e);
        }
    }

    /** What an earlier run left is of no use: its passwords are forgotten. */
    private static Path emptied(Path home) {
        if (Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            Database.stopOrphan(home, home.resolve("log"));
            deleteTree(home.resolve("data"));
            deleteTree(home.resolveSibling("it-keys"));
        }
        return home;
    }

    private static void deleteTree(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot be emptied: " + root, e);
        }
    }
}
