package org.fixtrail.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.fixtrail.launcher.demo.DemoStory;
import org.fixtrail.launcher.mail.MailSink;
import org.fixtrail.launcher.postgres.Database;
import org.fixtrail.launcher.server.Application;
import org.fixtrail.launcher.server.MicroServer;
import org.fixtrail.launcher.server.Operator;
import org.fixtrail.launcher.server.ServerAddress;
import org.fixtrail.launcher.server.ServerConfiguration;
import org.fixtrail.launcher.server.ServerException;
import org.fixtrail.launcher.server.TlsKeyStore;
import org.jspecify.annotations.Nullable;

/** Starts everything in order, and stays until it is told to stop. */
final class Launch {
    private static final long POLL_MILLIS = 200;

    private final Settings settings;
    private final Home home;
    private final Console console;
    private final Shutdown shutdown;
    private final boolean demo;
    private final @Nullable TlsKeyStore tls;
    private final ServerAddress address;
    private final boolean withKeycloak;
    private RunFile runFile;

    Launch(Settings settings, Console console, Shutdown shutdown, boolean demo, boolean withKeycloak) {
        this.settings = settings;
        this.home = settings.home();
        this.console = console;
        this.shutdown = shutdown;
        this.demo = demo;
        this.tls = openKeyStore(settings);
        this.address = new ServerAddress(settings.localAddress(), tls == null ? null : tls.certificateHash());
        this.withKeycloak = withKeycloak;
        this.runFile = RunFile.ofThisProcess(address);
    }

    /** What is wrong with it is no matter of the server's log, which may not even be there. */
    private static @Nullable TlsKeyStore openKeyStore(Settings settings) {
        try {
            return settings.tls().orElse(null);
        } catch (ServerException e) {
            throw new LaunchException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns never: the process ends by a signal or, where something fails, by {@link LaunchException}. */
    void run() throws InterruptedException {
        requireWar();
        ApplicationSettings.requireComplete(settings);
        home.prepare();
        takeLock();
        requireFreePort();
        console.redirectOthers(home.logs().resolve("console.log"));
        Secrets secrets = Secrets.loadOrCreate(home.secrets());
        Integer sinkPort = startMailSink();
        OwnKeycloak keycloak = withKeycloak ? OwnKeycloak.start(settings, console, shutdown, secrets.keycloak()) : null;
        String databaseUrl = startDatabase(secrets);
        URI issuer = keycloak == null ? null : keycloak.issuer();
        ApplicationSettings.of(settings, secrets, databaseUrl, sinkPort, issuer, demo)
                .forEach(System::setProperty);
        startServer();
        awaitReady("the application", home.logs().resolve("server.log"), new Application(address)::isReady);
        if (keycloak != null) {
            awaitReady("Keycloak", home.logs().resolve("keycloak.log"), keycloak::isReady);
        }
        console.step("ready at " + settings.publicAddress());
        if (demo) {
            tellStory(secrets);
        } else if (keycloak != null) {
            // the first organisation has people here, too, but they sign in there
            new Operator(address, operatorKey(secrets)).bootstrap(wanted());
            keycloak.tell();
        } else {
            firstUse(secrets);
        }
        console.print(
                "Stop with Ctrl-C or ./fixtrail stop. The log is " + home.logs().resolve("server.log"));
        new CountDownLatch(1).await();
    }

    private void requireWar() {
        Path war = settings.war();
        if (!Files.isRegularFile(war)) {
            throw new LaunchException(
                    "there is no application at " + war + ": build it with ./mvnw -pl web -am package");
        }
    }

    /** The run file goes last of all, so that until then {@code status} and {@code stop} know who is stopping. */
    private void takeLock() {
        shutdown.start("", () -> {
            InstanceLock lock = InstanceLock.tryTake(home).orElseThrow(this::alreadyRunning);
            runFile.write(home);
            return () -> {
                RunFile.delete(home);
                lock.close();
            };
        });
    }

    private LaunchException alreadyRunning() {
        String who = RunFile.read(home)
                .map(run -> " (process " + run.pid() + ", " + run.address().base() + ")")
                .orElse("");
        return new LaunchException("Fixtrail already runs on " + home.path() + who
                + ": ./fixtrail stop ends it, FIXTRAIL_VAR chooses another folder");
    }

    private void requireFreePort() {
        String listening = settings.httpAddress();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(listening), settings.port()));
        } catch (IOException e) {
            throw new LaunchException(
                    "port " + settings.port() + " on " + listening + " cannot be used (" + e.getMessage()
                            + "): end the program that uses it, or set " + settings.portVariable(),
                    e);
        }
    }

    private @Nullable Integer startMailSink() {
        if (!demo || settings.ownMailServer()) {
            return null;
        }
        MailSink sink = shutdown.start("the mail sink", () -> {
            try {
                return MailSink.start(home.mail(), settings.smtpPort(), Clock.systemUTC());
            } catch (IOException e) {
                throw new LaunchException(
                        "the mail sink cannot use port " + settings.smtpPort() + " (" + e.getMessage()
                                + "): set FIXTRAIL_SMTP_PORT",
                        e);
            }
        });
        note(runFile.withSmtpPort(sink.port()));
        console.step("mail sink on 127.0.0.1:" + sink.port() + ", messages in " + home.mail());
        return sink.port();
    }

    private @Nullable String startDatabase(Secrets secrets) {
        if (settings.ownDatabase()) {
            console.step("using the PostgreSQL of FIXTRAIL_DB_URL");
            return null;
        }
        Database.runningProcess(home.postgres())
                .ifPresent(pid -> console.step("stopping PostgreSQL (process " + pid
                        + "), left by a launcher that was killed; nothing is lost"));
        Database database = shutdown.start(
                "PostgreSQL",
                () -> Database.start(home.postgres(), home.logs(), secrets.database(), settings.databasePort()));
        note(runFile.withDatabasePort(database.port()));
        console.step("PostgreSQL on 127.0.0.1:" + database.port() + ", data in "
                + home.postgres().resolve("data"));
        return database.url();
    }

    private void startServer() {
        MicroServer server = new MicroServer(new ServerConfiguration(
                settings.httpAddress(),
                settings.port(),
                tls,
                settings.war(),
                home.server(),
                home.logs().resolve("server.log")));
        shutdown.remember("the server", server);
        console.step("starting the server");
        server.start();
    }

    private void awaitReady(String what, Path log, BooleanSupplier ready) throws InterruptedException {
        double limit = console.seconds() + settings.readyLimit().toSeconds();
        while (!ready.getAsBoolean()) {
            if (console.seconds() > limit) {
                throw new LaunchException(
                        what + " is not ready after " + settings.readyLimit().toSeconds() + " s: see " + log);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void firstUse(Secrets secrets) {
        new Operator(address, operatorKey(secrets))
                .bootstrap(wanted())
                .ifPresent(signIns -> OrganisationCommand.show(signIns, console));
    }

    private Operator.Wanted wanted() {
        return new Operator.Wanted(settings.organisation(), settings.administrator(), settings.officer(), "UTC");
    }

    private void tellStory(Secrets secrets) {
        StoryFile file = new StoryFile(home);
        Optional<String> earlier = file.pack();
        if (earlier.isPresent()) {
            console.step("the sample story is already there; its evidence pack is " + earlier.get());
            console.print("Its passwords are not shown again. To start afresh: ./fixtrail stop, delete " + home.path()
                    + ", then ./fixtrail demo.");
            return;
        }
        DemoStory.Told told =
                new DemoStory(Clock.systemUTC()).tell(address, operatorKey(secrets), home.demo(), console::step);
        file.write(told);
        show(told);
    }

    private void show(DemoStory.Told told) {
        console.print("");
        console.print("  Evidence pack  " + told.pack());
        console.print("  SHA-256        " + told.sha256());
        console.print("  Certificate    " + told.certificate());
        console.print("  To check it    pdfsig " + told.pack());
        console.print("");
        console.print("  Sign in at " + settings.publicAddress() + " with one of these. They are shown this once.");
        console.print("");
        told.signIns().forEach(console::print);
        console.print("");
    }

    private String operatorKey(Secrets secrets) {
        return settings.text("FIXTRAIL_OPERATOR_KEY").orElse(secrets.operatorKey());
    }

    private void note(RunFile changed) {
        runFile = changed;
        changed.write(home);
    }
}
