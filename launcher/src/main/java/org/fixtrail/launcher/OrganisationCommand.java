package org.fixtrail.launcher;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.launcher.server.Operator;
import org.jspecify.annotations.Nullable;

/** {@code ./fixtrail organisation}: what only the operator does, with the Fixtrail that runs on this machine. */
final class OrganisationCommand {
    private static final String ACTIONS = "organisation create or list";

    private final Settings settings;
    private final Console console;

    OrganisationCommand(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** @param arguments what follows {@code organisation} */
    void run(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new UsageException(ACTIONS);
        }
        List<String> rest = arguments.subList(1, arguments.size());
        switch (arguments.get(0)) {
            case "create" -> create(Options.read(rest, Set.of("name", "administrator", "officer", "zone")));
            case "list" -> list(Options.read(rest, Set.of()));
            default -> throw new UsageException(ACTIONS + ", not " + arguments.get(0));
        }
    }

    private void create(Options options) {
        Operator.Wanted wanted = new Operator.Wanted(
                options.needed("name"),
                options.needed("administrator"),
                options.needed("officer"),
                options.text("zone").orElse("UTC"));
        List<Operator.FirstSignIn> signIns = operator().create(wanted);
        console.print("organisation \"" + wanted.name() + "\" is made");
        show(signIns, console);
    }

    /** The one-time passwords of an organisation's first two people. */
    static void show(List<Operator.FirstSignIn> signIns, Console console) {
        console.print("");
        signIns.forEach(signIn -> console.print("  First sign-in: " + signIn.email() + "   "
                + signIn.oneTimePassword()
                        .map(password -> "one-time password: " + password)
                        .orElse("with the password that this account has already")
                + "   (" + role(signIn.role()) + ")"));
        console.print("  One-time passwords are shown this once and must be changed at the first sign-in.");
        console.print("");
    }

    private static String role(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private void list(Options none) {
        Map<?, ?> known = operator().list();
        for (Map<?, ?> organisation : Operator.objects(known.get("organisations"))) {
            console.print(organisation.get("id") + "  " + organisation.get("name") + "  (" + organisation.get("people")
                    + " people, " + state(organisation) + ")");
        }
        for (Map<?, ?> deleted : Operator.objects(known.get("deleted"))) {
            console.print(deleted.get("id") + "  deleted " + deleted.get("deletedAt") + "  (export SHA-256 "
                    + deleted.get("exportSha256") + ", ledger of " + deleted.get("ledgerSize") + " entries with root "
                    + deleted.get("ledgerRoot") + ")");
        }
    }

    private static String state(Map<?, ?> organisation) {
        @Nullable Object closed = organisation.get("closedAt");
        if (closed == null) {
            return "open";
        }
        @Nullable Object exported = organisation.get("exportedAt");
        return "closed " + closed + ", to be kept until " + organisation.get("keepUntil") + ", "
                + (exported == null ? "not exported since" : "exported " + exported);
    }

    private Operator operator() {
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
