package org.fixtrail.launcher;

import java.util.ArrayList;
import java.util.List;
import org.fixtrail.launcher.server.Operator;

/** {@code ./fixtrail account}: what the operator does for somebody who cannot sign in. */
final class AccountCommand {
    private static final String ACTIONS = "account new-password ADDRESS [--without-second-factor]";
    private static final String WITHOUT_FACTOR = "--without-second-factor";

    private final Settings settings;
    private final Console console;

    AccountCommand(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** @param arguments what follows {@code account} */
    void run(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        boolean withoutFactor = rest.remove(WITHOUT_FACTOR);
        if (rest.size() != 2
                || !rest.get(0).equals("new-password")
                || rest.get(1).startsWith("--")) {
            throw new UsageException(ACTIONS);
        }
        newPassword(rest.get(1), withoutFactor);
    }

    private void newPassword(String email, boolean withoutFactor) {
        Operator.NewPassword made = RunningServer.operator(settings).newPassword(email, withoutFactor);
        console.print("");
        console.print("  " + made.email() + "   one-time password: " + made.oneTimePassword());
        console.print("  It is shown this once, must be changed at the next sign-in, and holds seven days.");
        if (withoutFactor) {
            console.print(
                    made.factorRemoved()
                            ? "  The second factor is removed: set one up again after the sign-in."
                            : "  There was no second factor to remove.");
        }
        console.print("");
    }
}
