package org.fixtrail.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.launcher.server.Operator;
import org.jspecify.annotations.Nullable;

/** {@code ./fixtrail organisation}: what only the operator does, with the Fixtrail that runs on this machine. */
final class OrganisationCommand {
    private static final String ACTIONS = "organisation create, list, close, reopen, export or delete";

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
            case "close" -> close(Options.read(rest, Set.of("name", "reason")));
            case "reopen" -> reopen(Options.read(rest, Set.of("name", "reason")));
            case "export" -> export(Options.read(rest, Set.of("name", "to")));
            case "delete" -> delete(Options.read(rest, Set.of("name", "export")));
            default -> throw new UsageException(ACTIONS + ", not " + arguments.get(0));
        }
    }

    private void create(Options options) {
        Operator.Wanted wanted = new Operator.Wanted(
                options.needed("name"),
                options.needed("administrator"),
                options.needed("officer"),
                options.text("zone").orElse("UTC"));
        List<Operator.FirstSignIn> signIns = RunningServer.operator(settings).create(wanted);
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

    private void close(Options options) {
        RunningServer.operator(settings).step("close", options.needed("name"), options.needed("reason"));
        console.print(
                "closed: nobody can sign in to it or write in it any more; ./fixtrail organisation reopen undoes it");
    }

    private void reopen(Options options) {
        RunningServer.operator(settings).step("reopen", options.needed("name"), options.needed("reason"));
        console.print("open again");
    }

    /** Beside the place where it shall be, until it is whole: it holds all that the organisation has. */
    private void export(Options options) {
        Path file = Path.of(options.needed("to")).toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Operator operator = RunningServer.operator(settings);
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            try {
                operator.export(options.needed("name"), part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            console.print(file + "  " + Files.size(file) + " bytes");
            console.print("SHA-256 " + sha256(file) + ", which is on record");
        } catch (IOException e) {
            throw new LaunchException("cannot write " + file + ": " + e, e);
        }
    }

    private void delete(Options options) {
        String name = options.needed("name");
        Path export = Path.of(options.needed("export"));
        String hash;
        try {
            hash = sha256(export);
        } catch (IOException e) {
            throw new LaunchException("the export " + export + " cannot be read: " + e, e);
        }
        Operator operator = RunningServer.operator(settings);
        console.print("All of \"" + name + "\" is deleted for good, and all accounts that belong to it alone.");
        console.print("Type its name again:");
        if (!name.equals(line())) {
            throw new LaunchException("this is not its name: nothing was deleted");
        }
        operator.delete(name, hash);
        console.print("deleted; ./fixtrail organisation list shows what stays to prove it");
    }

    private static String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestOutputStream digest =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void list(Options none) {
        Map<?, ?> known = RunningServer.operator(settings).list();
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
}
