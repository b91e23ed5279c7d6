package org.fixtrail.launcher;

import java.nio.file.Path;
import org.fixtrail.launcher.keycloak.KeycloakException;
import org.fixtrail.launcher.postgres.DatabaseException;
import org.fixtrail.launcher.server.ServerException;

/** The commands of {@code ./fixtrail} that need Java: {@code demo}, {@code up}, {@code stop}, {@code status}. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final String WITH_KEYCLOAK = "up --keycloak";

    private Main() {}

    /** Ends the process with 0, or with 1 after one line on standard error, or with 2 for an unknown command. */
    public static void main(String[] arguments) {
        Console console = new Console();
        System.exit(run(arguments, console));
    }

    private static int run(String[] arguments, Console console) {
        Settings settings = new Settings(Path.of(System.getProperty("fixtrail.root", ".")), System.getenv());
        try {
            return dispatch(String.join(" ", arguments), settings, console);
        } catch (LaunchException | DatabaseException | KeycloakException e) {
            console.error(String.valueOf(e.getMessage()));
        } catch (ServerException e) {
            console.error(e.getMessage() + ": see " + settings.home().logs().resolve("server.log"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }

    private static int dispatch(String command, Settings settings, Console console) throws InterruptedException {
        switch (command) {
            case "up", "demo", WITH_KEYCLOAK -> {
                Shutdown shutdown = new Shutdown(console);
                shutdown.onExit();
                new Launch(settings, console, shutdown, command.equals("demo"), command.equals(WITH_KEYCLOAK)).run();
            }
            case "stop" -> new StopCommand(settings.home(), console).run();
            case "status" -> {
                return new StatusCommand(settings.home(), console).run();
            }
            default -> {
                console.error("demo, up, " + WITH_KEYCLOAK + ", stop or status, not " + command);
                return USAGE;
            }
        }
        return 0;
    }
}
