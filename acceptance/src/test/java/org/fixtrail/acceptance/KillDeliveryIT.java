package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.ANALYST;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.ENGINEER;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.fixtrail.launcher.mail.MailSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The server is killed again and again while mails and webhooks go out, at moments left to chance: none is lost, and what came
 * twice is counted as a possible double. {@code -Dfixtrail.kills=20} kills as often as one has time for.
 */
class KillDeliveryIT {
    private static final int KILLS = Integer.getInteger("fixtrail.kills", 2);
    private static final int FAILURES_EACH = 5;
    private static final long SEED = Long.getLong("fixtrail.seed", System.nanoTime());
    private static final Duration LIMIT = Duration.ofSeconds(240);
    private static final Map<String, String> SETTINGS = Map.of(
            "FIXTRAIL_MAIL_LEASE_SECONDS", "25",
            "FIXTRAIL_WEBHOOK_HTTP", "allow",
            "FIXTRAIL_WEBHOOK_PRIVATE_ADDRESSES", "allow");

    private static final List<String> calls = new CopyOnWriteArrayList<>();
    private static final List<String> failures = new ArrayList<>();
    private static final Random chance = new Random(SEED);
    private static HttpServer receiver;
    private static Product product;
    private static Team team;

    @BeforeAll
    static void the_server_is_killed_while_it_delivers() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", KillDeliveryIT::receive);
        receiver.start();
        Path target = Path.of(System.getProperty("fixtrail.acceptance.folder", "target"));
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "killed-delivery-");
        Product.withoutStory(folder);
        product = Product.start(folder, Product.freePort(), SETTINGS);
        team = new Team(product, OFFICER, AUDITOR, ANALYST, ENGINEER, ADMINISTRATOR);
        team.as(ANALYST)
                .post(
                        "/api/v1/targets",
                        Map.of(
                                "severity", "CRITICAL",
                                "fromStage", "DETECTED",
                                "toStage", "DEPLOYED",
                                "amount", 7,
                                "unit", "DAYS",
                                "validFrom", "2026-01-01T00:00:00Z"))
                .expect(201);
        addWebhook();
        String system = team.addSystem("Assistant");
        for (int kill = 1; kill <= KILLS; kill++) {
            for (int i = 0; i < FAILURES_EACH; i++) {
                Walk walk = Walk.open(team, system, "Failure " + kill + "." + i, "CRITICAL");
                walk.record(ENGINEER, "DETECTED", 20).expect(201);
                failures.add(walk.id());
            }
            LockSupport.parkNanos(Duration.ofMillis(chance.nextInt(2_000)).toNanos());
            product.kill();
            product = Product.start(product.folder(), product.port(), SETTINGS);
        }
    }

    private static void addWebhook() {
        try (Portal portal = new Portal(product);
                Visit administrator = portal.visit()) {
            administrator.signIn(team, ADMINISTRATOR);
            administrator.open("/admin/webhooks.xhtml");
            Page page = administrator.page();
            page.locator("[id='webhooks:add']").click();
            page.locator("[id='editForm:address']")
                    .fill("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
            page.locator("[id='editForm:description']").fill("Kill test");
            page.locator("[id='editForm:save']").click();
            assertThat(page.locator("[id='secretForm:secret']").inputValue()).startsWith("whsec_");
        }
    }

    /** Takes its time, so that some are under way when the server dies. */
    private static void receive(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        calls.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @AfterAll
    static void nothing_stays() throws IOException, InterruptedException {
        product.stop();
        receiver.stop(0);
    }

    @Test
    void nothing_is_lost_and_what_came_twice_is_counted() throws Exception {
        assertThat(failures).hasSize(KILLS * FAILURES_EACH);
        Await.until("all of them as sent", LIMIT, KillDeliveryIT::allSent);

        Map<String, Integer> mails = mailsById();
        int doubles = 0;
        for (String failure : failures) {
            List<JsonNode> ofFailure = product.api()
                    .as(team.token(AUDITOR))
                    .get("/api/v1/notifications?state=SENT&failure=" + failure)
                    .expect(200)
                    .items();
            assertThat(ofFailure)
                    .extracting(one -> one.path("channel").asText())
                    .containsExactlyInAnyOrder("MAIL", "WEBHOOK");
            for (JsonNode one : ofFailure) {
                String id = one.path("id").asText();
                int came = one.path("channel").asText().equals("MAIL")
                        ? mails.getOrDefault(id, 0)
                        : (int) calls.stream().filter(("msg_" + id)::equals).count();
                assertThat(came).as("how often %s came", one).isPositive();
                assertThat(one.path("mayHaveDoubled").asInt())
                        .as("doubles of %s", one)
                        .isGreaterThanOrEqualTo(came - 1);
                doubles += came - 1;
            }
        }
        System.out.println(KILLS + " kills, seed " + SEED + ": " + failures.size() + " mails and as many webhooks, "
                + doubles + " came twice");
    }

    private static Optional<Long> allSent() throws IOException, InterruptedException {
        long sent = product.api()
                .as(team.token(AUDITOR))
                .get("/api/v1/notifications?state=SENT&limit=1")
                .expect(200)
                .json()
                .path("total")
                .asLong();
        return sent == 2L * KILLS * FAILURES_EACH ? Optional.of(sent) : Optional.empty();
    }

    /** How often each came, by the id that the Message-ID begins with. */
    private static Map<String, Integer> mailsById() throws Exception {
        Map<String, Integer> found = new TreeMap<>();
        for (Path file : MailSink.messages(product.var().resolve("mail"))) {
            try (InputStream in = Files.newInputStream(file)) {
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
                String id = message.getMessageID();
                found.merge(id.substring(1, id.indexOf('@')), 1, Integer::sum);
            }
        }
        return found;
    }

    @Test
    void the_ledger_agrees_with_the_record() throws Exception {
        JsonNode check = product.api()
                .as(team.token(AUDITOR))
                .post("/api/v1/ledger/check", "")
                .expect(200)
                .json();

        assertThat(check.path("ok").asBoolean()).as(check.toString()).isTrue();
    }
}
