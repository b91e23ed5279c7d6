package org.fixtrail.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fixtrail.launcher.keycloak.KeycloakException;
import org.fixtrail.launcher.postgres.DatabaseException;
import org.fixtrail.launcher.server.RefusedException;
import org.fixtrail.launcher.server.ServerException;

/** The commands of {@code ./fixtrail} that need Java: {@code demo}, {@code up}, {@code stop}, {@code status}, {@code organisation}, {@code account}. */
public final class Main {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final String WITH_KEYCLOAK = "up --keycloak";

    /** Commands that have actions and options of their own. */
    private static final Set<String> WITH_ACTIONS = Set.of("organisation", "account");

    private Main() {}

    /** Ends the process with 0, or with 1 after one line on standard error, or with 2 for an unknown command. */
    public static void main(String[] arguments) {
        Console console = new Console();
        System.exit(run(arguments, console));
    }

    private static int run(String[] arguments, Console console) {
        Settings settings = new Settings(Path.of(System.getProperty("fixtrail.root", ".")), System.getenv());
        try {
            return dispatch(List.of(arguments), settings, console);
        } catch (UsageException e) {
            console.error(String.valueOf(e.getMessage()));
            return USAGE;
        } catch (LaunchException | DatabaseException | KeycloakException | RefusedException e) {
            console.error(String.valueOf(e.getMessage()));
        } catch (ServerException e) {
            console.error(e.getMessage() + ": see " + settings.home().logs().resolve("server.log"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return FAILED;
    }

    private static int dispatch(List<String> arguments, Settings settings, Console console)
            throws InterruptedException {
        String command = String.join(" ", arguments).equals(WITH_KEYCLOAK)
                ? WITH_KEYCLOAK
                : arguments.stream().findFirst().orElse("");
        if (arguments.size() > 1 && !WITH_ACTIONS.contains(command) && !command.equals(WITH_KEYCLOAK)) {
            throw new UsageException(command + " takes nothing more, not " + arguments.get(1));
        }
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
            case "organisation" ->
                new OrganisationCommand(settings, console).run(arguments.subList(1, arguments.size()));
            case "account" -> new AccountCommand(settings, console).run(arguments.subList(1, arguments.size()));
            default ->
                throw new UsageException(
                        "demo, up, " + WITH_KEYCLOAK + ", stop, status, organisation or account, not " + command);
        }
        return 0;
    }
}
