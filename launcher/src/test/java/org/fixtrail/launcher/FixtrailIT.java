package org.fixtrail.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fixtrail.launcher.postgres.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One installation from its first start through kill -9 to its end, by the script that users call, with the stand-in
 * application. The methods are in the order of its life, since each start takes its time.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FixtrailIT {
    @TempDir
    private static Path folder;

    private static StartScript script;
    private static StartScript.Running running;
    private static Home home;
    private static int port;

    @BeforeAll
    static void first_start() throws IOException, InterruptedException {
        port = freePort();
        script = new StartScript(
                folder,
                Map.of(
                        "FIXTRAIL_WAR", StandInWar.thatWorks(folder).toString(),
                        "FIXTRAIL_HTTP_PORT", Integer.toString(port)));
        home = new Home(folder.resolve("var"));
        theStoryIsTold();
        running = script.start("demo");
        running.await("Stop with Ctrl-C");
    }

    @AfterAll
    static void nothing_stays() throws IOException, InterruptedException {
        script.run("stop");
    }

    @Test
    @Order(1)
    void each_step_is_shown() throws IOException {
        assertThat(Files.readString(running.out()))
                .contains(
                        "mail sink on 127.0.0.1:",
                        "PostgreSQL on 127.0.0.1:",
                        "ready at http://127.0.0.1:" + port,
                        "the sample story is already there; its evidence pack is /here/pack.pdf",
                        "Its passwords are not shown again.");
        assertThat(running.err()).isEmptyFile();
    }

    @Test
    @Order(2)
    void it_opens_its_three_ports_on_loopback_and_no_other() throws IOException {
        assumeThat(Path.of("/proc/net/tcp")).as("Linux's list of sockets").exists();
        RunFile run = RunFile.read(home).orElseThrow();
        List<ProcessHandle> processes =
                new ArrayList<>(ListeningPorts.tree(running.process().toHandle()));
        processes.addAll(ListeningPorts.tree(postgres()));

        assertThat(ListeningPorts.of(processes))
                .containsExactlyInAnyOrder(
                        "tcp 127.0.0.1:" + port,
                        "tcp 127.0.0.1:" + run.databasePort(),
                        "tcp 127.0.0.1:" + run.smtpPort());
    }

    @Test
    @Order(3)
    void the_servers_own_health_and_metrics_are_off() throws IOException, InterruptedException {
        for (String path : List.of("/health", "/metrics", "/metrics/base", "/metrics/application")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    @Order(4)
    void the_application_runs_with_its_own_libraries_and_sees_none_of_the_launchers()
            throws IOException, InterruptedException {
        assertThat(get("/probe").body()).isEqualTo("own driver, does not see the launcher's libraries");
    }

    @Test
    @Order(5)
    void status_says_what_runs_where() throws IOException, InterruptedException {
        StartScript.Ended status = script.run("status");

        assertThat(status.exitCode()).isZero();
        assertThat(status.out())
                .contains(
                        "process " + running.process().pid() + ", http://127.0.0.1:" + port + ", ready",
                        "PostgreSQL  process " + postgres().pid());
    }

    @Test
    @Order(6)
    void a_second_one_on_the_same_folder_is_refused_in_one_line() throws IOException, InterruptedException {
        StartScript.Ended second = script.run("up");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err().lines())
                .singleElement()
                .asString()
                .startsWith("fixtrail: Fixtrail already runs on " + home.path() + " (process "
                        + running.process().pid());
        assertThat(running.process().isAlive()).isTrue();
    }

    @Test
    @Order(7)
    void another_folder_with_the_same_port_is_refused_in_one_line(@TempDir Path other)
            throws IOException, InterruptedException {
        StartScript.Ended ended = new StartScript(other, script.environment()).run("up");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("fixtrail: port " + port + " on 127.0.0.1 cannot be used")
                .endsWith("set FIXTRAIL_HTTP_PORT");
        assertThat(Database.runningProcess(new Home(other.resolve("var")).postgres()))
                .isEmpty();
    }

    @Test
    @Order(8)
    void the_folder_is_private_and_no_log_holds_a_secret() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path())))
                .isEqualTo("rwx------");
        String logs = text(home.logs());
        Secrets secrets = Secrets.loadOrCreate(home.secrets());

        assertThat(logs).contains("\"message\":\"Payara Micro", "database system is ready");
        assertThat(logs)
                .doesNotContain(
                        secrets.operatorKey(),
                        secrets.keysPassword(),
                        secrets.database().superuser(),
                        secrets.database().owner(),
                        secrets.database().app());
    }

    @Test
    @Order(9)
    void after_kill_9_status_tells_of_the_postgres_that_is_left() throws IOException, InterruptedException {
        running.process().destroyForcibly().waitFor();

        StartScript.Ended status = script.run("status");

        assertThat(status.exitCode()).isEqualTo(3);
        assertThat(status.out())
                .contains(
                        "does not run",
                        "PostgreSQL  process " + postgres().pid(),
                        "left by a launcher that was killed");
    }

    @Test
    @Order(10)
    void the_next_start_recovers_with_nothing_lost_and_nothing_told_twice() throws IOException, InterruptedException {
        ProcessHandle orphan = postgres();

        running = script.start("demo");
        running.await("Stop with Ctrl-C");

        assertThat(Files.readString(running.out()))
                .contains("stopping PostgreSQL (process " + orphan.pid() + ")", "the sample story is already there");
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    @Order(11)
    void stop_ends_everything_in_order_and_waits_for_it() throws IOException, InterruptedException {
        ProcessHandle postgres = postgres();

        StartScript.Ended stop = script.run("stop");

        assertThat(stop.exitCode()).isZero();
        assertThat(stop.out()).endsWith("stopped\n");
        assertThat(running.process().isAlive()).isFalse();
        assertThat(postgres.isAlive()).isFalse();
        assertThat(Files.readString(running.out()))
                .containsSubsequence("stopping the server", "stopping PostgreSQL", "stopping the mail sink", "stopped");
        assertThat(home.run().resolve("launcher.properties")).doesNotExist();
        assertThat(text(home.logs())).contains("database system is shut down");
        assertThat(script.run("status").exitCode()).isEqualTo(3);
    }

    @Test
    @Order(12)
    void an_empty_start_shows_the_first_sign_in_once() throws IOException, InterruptedException {
        StartScript.Running first = script.start("up");
        first.await("Stop with Ctrl-C");
        script.run("stop");
        StartScript.Running second = script.start("up");
        second.await("Stop with Ctrl-C");
        script.run("stop");

        assertThat(Files.readString(first.out()))
                .containsOnlyOnce("First sign-in: admin@localhost   one-time password: once-1   (administrator)")
                .containsOnlyOnce("First sign-in: officer@localhost   with the password that this account has already")
                .doesNotContain("mail sink");
        assertThat(Files.readString(second.out())).doesNotContain("First sign-in");
        assertThat(text(home.logs())).doesNotContain("once-1");
    }

    @Test
    @Order(13)
    void stop_ends_the_postgres_that_a_killed_launcher_has_left() throws IOException, InterruptedException {
        running = script.start("up");
        running.await("PostgreSQL on 127.0.0.1:");
        running.process().destroyForcibly().waitFor();
        ProcessHandle orphan = postgres();

        StartScript.Ended stop = script.run("stop");

        assertThat(stop.out()).contains("stopped PostgreSQL (process " + orphan.pid() + ")");
        assertThat(orphan.isAlive()).isFalse();
        assertThat(script.run("stop").out()).startsWith("nothing runs");
    }

    @Test
    @Order(14)
    void a_failed_deployment_ends_with_one_line_and_leaves_nothing_running() throws IOException, InterruptedException {
        StartScript.Ended ended = withWar(StandInWar.thatFailsToDeploy(folder)).run("up");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err().lines())
                .singleElement()
                .isEqualTo("fixtrail: the application could not be deployed (java.lang.IllegalStateException: broken on"
                        + " purpose): see "
                        + home.logs().resolve("server.log"));
        assertThat(Database.runningProcess(home.postgres())).isEmpty();
        assertThat(text(home.logs())).contains("broken on purpose");
    }

    @Test
    @Order(15)
    void a_missing_application_is_named() throws IOException, InterruptedException {
        StartScript.Ended ended = withWar(folder.resolve("gone.war")).run("up");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).startsWith("fixtrail: there is no application at " + folder.resolve("gone.war"));
    }

    /** The stand-in application has none of the interface that the story is told through. */
    private static void theStoryIsTold() throws IOException {
        home.prepare();
        Files.writeString(home.storyTold(), "pack=/here/pack.pdf\n");
    }

    private static StartScript withWar(Path war) {
        return new StartScript(
                folder, Map.of("FIXTRAIL_WAR", war.toString(), "FIXTRAIL_HTTP_PORT", Integer.toString(port)));
    }

    private static ProcessHandle postgres() {
        return ProcessHandle.of(Database.runningProcess(home.postgres()).orElseThrow())
                .orElseThrow();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String text(Path logs) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
