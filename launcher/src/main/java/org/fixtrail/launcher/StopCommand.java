package org.fixtrail.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fixtrail.launcher.keycloak.Keycloak;
import org.fixtrail.launcher.postgres.Database;

/** Ends the launcher of a {@code var/} folder, or what a killed one left, and waits for it. */
final class StopCommand {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Home home;
    private final Console console;

    StopCommand(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    void run() {
        if (!home.exists()) {
            console.print("nothing runs: there is no " + home.path());
            return;
        }
        home.prepare();
        Optional<InstanceLock> lock = InstanceLock.tryTake(home);
        if (lock.isPresent()) {
            stopOrphan();
            lock.get().close();
        } else {
            stopLauncher();
        }
    }

    /** Under the lock, so that no launcher starts meanwhile. */
    private void stopOrphan() {
        OptionalLong pid = Database.stopOrphan(home.postgres(), home.logs());
        OptionalLong keycloak = Keycloak.stopOrphan(home.keycloak());
        if (keycloak.isPresent()) {
            console.print(
                    "stopped Keycloak (process " + keycloak.getAsLong() + "), left by a launcher that was killed");
        }
        RunFile.delete(home);
        console.print(
                pid.isPresent()
                        ? "stopped PostgreSQL (process " + pid.getAsLong() + "), left by a launcher that was killed"
                        : "nothing runs on " + home.path());
    }

    /** The lock is held, so a launcher lives; the start time tells whether it is the one of the run file. */
    private void stopLauncher() {
        ProcessHandle launcher = RunFile.read(home)
                .flatMap(RunFile::process)
                .orElseThrow(() -> new LaunchException(
                        "a launcher is just starting or stopping on " + home.path() + ": try again in a moment"));
        console.print("stopping Fixtrail (process " + launcher.pid() + ")");
        launcher.destroy();
        try {
            launcher.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new LaunchException(
                    "process " + launcher.pid() + " does not end: kill -9 it, then ./fixtrail stop again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while waiting for process " + launcher.pid(), e);
        }
        console.print("stopped");
    }
}
