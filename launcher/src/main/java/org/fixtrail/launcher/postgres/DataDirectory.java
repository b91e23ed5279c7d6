package org.fixtrail.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * The data folder: made once, with its superuser's password and without {@code trust} from its first second.
 *
 * @param path the folder, as in {@code var/pg/data}
 */
record DataDirectory(Path path) {
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(5);
    private static final String OUR_CONF = "fixtrail.conf";

    /**
     * Character classes for text search; the first that the machine knows. Sorting does not depend on it: that is the
     * built-in {@code C.UTF-8} of PostgreSQL 17, which is the same on every machine.
     */
    private static final List<String> CHARACTER_TYPES = List.of("C.UTF-8", "en_US.UTF-8", "C");

    static DataDirectory in(Path home) {
        return new DataDirectory(home.toAbsolutePath().resolve("data"));
    }

    /** The PostgreSQL that serves this folder now, empty if none does. */
    OptionalLong runningProcess() {
        return PostmasterPid.read(path)
                .filter(found -> found.isAlive() && isSameAs(found.dataDirectory()))
                .map(found -> OptionalLong.of(found.pid()))
                .orElseGet(OptionalLong::empty);
    }

    private boolean isSameAs(Path other) {
        try {
            return Files.isSameFile(path, other);
        } catch (IOException notThere) {
            return false;
        }
    }

    boolean exists() {
        return Files.exists(path.resolve("PG_VERSION"));
    }

    /** Makes the folder under another name and moves it when it is complete, so that a cut leaves none half made. */
    void create(PostgresProgram program, String superuserPassword) throws IOException {
        Path unfinished = path.resolveSibling("data.unfinished");
        Path passwordFile = path.resolveSibling("password.tmp");
        writePrivately(passwordFile, superuserPassword);
        try {
            initdb(program, unfinished, passwordFile);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"), "\ninclude '" + OUR_CONF + "'\n", StandardOpenOption.APPEND);
        Files.writeString(unfinished.resolve(OUR_CONF), "");
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void initdb(PostgresProgram program, Path target, Path passwordFile) throws IOException {
        String said = "";
        for (String characterType : CHARACTER_TYPES) {
            PostgresBinaries.deleteTree(target, false);
            PostgresProgram.Result result = program.run(
                    INITDB_LIMIT,
                    "initdb",
                    "--pgdata=" + target,
                    "--username=postgres",
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--lc-ctype=" + characterType,
                    "--data-checksums");
            if (result.succeeded()) {
                return;
            }
            said = result.lastLines();
            if (!said.contains("locale")) {
                break;
            }
        }
        throw new DatabaseException("initdb failed: " + said.replace('\n', ' '));
    }

    /** Writes who may connect and how the server runs; done before each start, so that a new release brings its own. */
    void configure(int port, Path logDirectory) throws IOException {
        writePrivately(path.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        writePrivately(path.resolve(OUR_CONF), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                max_connections = 60
                shared_buffers = '256MB'
                max_wal_size = '2GB'
                timezone = 'UTC'
                log_timezone = 'UTC'
                # one file for each day of the week, written anew a week later
                logging_collector = on
                log_directory = '%s'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_file_mode = 0600
                log_checkpoints = off
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                """.formatted(
                        port, logDirectory.toAbsolutePath().toString().replace("'", "''")));
    }

    /** The release that made the folder, as in {@code 17}. */
    String majorVersion() throws IOException {
        return Files.readString(path.resolve("PG_VERSION")).strip();
    }

    private static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }
}
