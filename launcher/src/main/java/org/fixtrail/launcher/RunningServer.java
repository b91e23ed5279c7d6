package org.fixtrail.launcher;

import org.fixtrail.launcher.server.Operator;

/** The Fixtrail that runs on this machine, for the commands that need one. */
final class RunningServer {
    private RunningServer() {}

    /** @throws LaunchException where none runs */
    static Operator operator(Settings settings) {
        Home home = settings.home();
        RunFile running = RunFile.read(home)
                .filter(run -> run.process().isPresent())
                .orElseThrow(() -> new LaunchException(
                        "Fixtrail does not run on " + home.path() + ": start it first, with ./fixtrail up"));
        String key = settings.text("FIXTRAIL_OPERATOR_KEY")
                .orElseGet(() -> Secrets.loadOrCreate(home.secrets()).operatorKey());
        return new Operator(running.address(), key);
    }
}
