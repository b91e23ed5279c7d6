package org.fixtrail.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.fixtrail.launcher.postgres.Database;
import org.fixtrail.launcher.server.Application;

/** Says what runs where. */
final class StatusCommand {
    /** What {@code status} ends with where Fixtrail does not answer, as for system services. */
    static final int NOT_READY = 3;

    private static final double MEGABYTE = 1e6;

    private final Home home;
    private final Console console;

    StatusCommand(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    /** The exit code: 0 if the application is ready, {@link #NOT_READY} if not. */
    int run() {
        Optional<RunFile> running =
                RunFile.read(home).filter(run -> run.process().isPresent());
        boolean ready =
                running.filter(run -> new Application(run.address()).isReady()).isPresent();
        console.print(running.map(run -> "Fixtrail    process " + run.pid() + ", "
                        + run.address().base() + (ready ? ", ready" : ", not ready"))
                .orElse("Fixtrail    does not run"));
        OptionalLong postgres = Database.runningProcess(home.postgres());
        postgres.ifPresent(pid -> console.print("PostgreSQL  process " + pid
                + running.filter(run -> run.databasePort() > 0)
                        .map(run -> ", 127.0.0.1:" + run.databasePort())
                        .orElse("")));
        if (postgres.isPresent() && running.isEmpty()) {
            console.print("            left by a launcher that was killed: ./fixtrail stop, or start again");
        }
        running.filter(run -> run.smtpPort() > 0)
                .ifPresent(run ->
                        console.print("mail sink   127.0.0.1:" + run.smtpPort() + ", messages in " + home.mail()));
        console.print(String.format(
                Locale.ROOT,
                "data        %s, %.1f MB",
                home.postgres().resolve("data"),
                size(home.postgres().resolve("data")) / MEGABYTE));
        return ready ? 0 : NOT_READY;
    }

    /** Files that vanish while they are counted count nothing. */
    private static long size(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.mapToLong(path -> path.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
