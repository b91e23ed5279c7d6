package org.fixtrail.web.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.webhook.WebhookEvent;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.notification.TrackDelivery;
import org.fixtrail.services.webhook.DeliverWebhooks;
import org.fixtrail.services.webhook.ManageWebhooks;
import org.fixtrail.services.webhook.ManageWebhooks.LogLine;
import org.fixtrail.services.webhook.ManageWebhooks.ShownSecret;
import org.fixtrail.services.webhook.ManageWebhooks.WebhookRow;
import org.fixtrail.services.webhook.NewWebhook;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Webhooks against a real server: signed, once by any number of nodes, tried again, given up, and sent again. */
@ExtendWith(ArquillianExtension.class)
class WebhooksIT {
    private static final Duration AFTER_THE_LEASE = Duration.ofSeconds(181);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private ManageWebhooks webhooks;

    @Inject
    private DeliverWebhooks deliver;

    @Inject
    private TrackDelivery track;

    @Inject
    private SetTargets targets;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Inject
    private Together together;

    @Inject
    private Behind behind;

    private record Call(String id, long at, String signature, String body) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(status.get(), -1);
        exchange.close();
    }

    @Test
    void a_warning_is_posted_signed_with_names_and_times_alone() throws Exception {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.RISK_ANALYST);
        ShownSecret secret = added(tenant);
        UUID failure = warned(tenant);

        deliver.run();

        Call call = only();
        assertThat(call.signature()).isEqualTo(signed(secret, call));
        assertThat(Instant.ofEpochSecond(call.at())).isBetween(clock.now().minusSeconds(60), clock.now());
        JsonNode body = JSON.readTree(call.body());
        assertThat(body.path("type").asText()).isEqualTo("target.warned");
        JsonNode data = body.path("data");
        assertThat(data.fieldNames())
                .toIterable()
                .containsExactly(
                        "clock",
                        "failure",
                        "failureTitle",
                        "system",
                        "systemName",
                        "obligation",
                        "startedAt",
                        "deadline",
                        "metAt",
                        "link");
        assertThat(data.path("failure").asText()).isEqualTo("F-" + failure);
        assertThat(data.path("link").asText()).endsWith("/failure/show.xhtml?id=F-" + failure);
        assertThat(log(tenant, secret)).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(DeliveryState.SENT);
            assertThat(line.answer()).startsWith("Sent: 204");
        });
    }

    @Test
    void the_record_holds_each_change_and_nowhere_the_secret() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR);
        ShownSecret first = added(tenant);
        ShownSecret second = done(as(tenant.person(0), () -> webhooks.rotate(first.endpointId(), 24)));
        done(as(
                tenant.person(0),
                () -> webhooks.change(
                        first.endpointId(),
                        new NewWebhook(address(), Set.of(WebhookEvent.TARGET_BREACHED), "Breaches alone"))));
        done(as(tenant.person(0), () -> webhooks.switchOff(first.endpointId(), "No more needed")));
        done(as(tenant.person(0), () -> webhooks.switchOn(first.endpointId())));

        assertThat(behind.column(
                        String.class,
                        "select what from webhook_change where organisation_id = ? order by leaf",
                        tenant.id()))
                .containsExactly("ADDED", "ROTATED", "CHANGED", "SWITCHED_OFF", "SWITCHED_ON");
        assertThat(behind.column(
                        Long.class,
                        "select count(*) from ledger_entry where act = 'webhook.changed' and organisation_id = ?",
                        tenant.id()))
                .containsExactly(5L);
        assertThat(as(tenant.server(), check::check).ok()).isTrue();
        List<String> rows = new ArrayList<>(behind.column(
                String.class,
                "select to_jsonb(e)::text from webhook_endpoint e where organisation_id = ?",
                tenant.id()));
        rows.addAll(behind.column(
                String.class, "select to_jsonb(c)::text from webhook_change c where organisation_id = ?", tenant.id()));
        for (ShownSecret secret : List.of(first, second)) {
            byte[] key = Base64.getDecoder().decode(secret.text().substring("whsec_".length()));
            String hex = java.util.HexFormat.of().formatHex(key);
            assertThat(rows).noneMatch(row -> row.contains(secret.text()) || row.contains(hex));
        }
    }

    @Test
    void while_a_secret_is_replaced_both_sign() throws Exception {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR);
        ShownSecret old = added(tenant);
        ShownSecret fresh = done(as(tenant.person(0), () -> webhooks.rotate(old.endpointId(), 24)));
        done(as(tenant.person(0), () -> webhooks.test(old.endpointId())));
        deliver.run();

        Call call = only();
        assertThat(call.signature()).isEqualTo(signed(fresh, call) + " " + signed(old, call));

        calls.clear();
        clock.shifted(Duration.ofHours(25), () -> {
            done(as(tenant.person(0), () -> webhooks.test(old.endpointId())));
            deliver.run();
        });
        assertThat(only().signature()).isEqualTo(signed(fresh, only()));
    }

    @Test
    void of_several_nodes_one_posts_each_message() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR);
        ShownSecret secret = added(tenant);
        for (int i = 0; i < 20; i++) {
            done(as(tenant.person(0), () -> webhooks.test(secret.endpointId())));
        }

        assertThat(together.run(4, number -> {
                    deliver.run();
                    return number;
                }))
                .allMatch(Together.Ended::well);

        assertThat(calls).extracting(Call::id).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void a_try_whose_node_died_is_repeated_with_the_same_id_and_counted_as_a_possible_double() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR);
        ShownSecret secret = added(tenant);
        done(as(tenant.person(0), () -> webhooks.test(secret.endpointId())));
        UUID id = log(tenant, secret).get(0).id();
        run(tenant.server(), () -> assertThat(track.begin(id)).isPresent());

        deliver.run();
        assertThat(calls).as("while the lease runs").isEmpty();
        clock.shifted(AFTER_THE_LEASE, deliver::run);

        assertThat(only().id()).isEqualTo("msg_" + id);
        assertThat(log(tenant, secret)).singleElement().satisfies(line -> {
            assertThat(line.mayHaveDoubled()).isOne();
            assertThat(line.tries()).isEqualTo(2);
        });
    }

    @Test
    void what_is_refused_is_tried_for_three_days_then_given_up_and_can_be_sent_again() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR);
        ShownSecret secret = added(tenant);
        status.set(503);
        done(as(tenant.person(0), () -> webhooks.test(secret.endpointId())));
        deliver.run();
        assertThat(log(tenant, secret).get(0).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(log(tenant, secret).get(0).answer()).startsWith("Deferred: 503");
        clock.shifted(Duration.ofHours(71), deliver::run);
        assertThat(log(tenant, secret).get(0).state()).isEqualTo(DeliveryState.PENDING);
        clock.shifted(Duration.ofHours(73), deliver::run);
        assertThat(log(tenant, secret).get(0).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(row(tenant).failed()).isOne();
        assertThat(calls).hasSize(3);

        status.set(200);
        clock.shifted(Duration.ofHours(74), () -> {
            assertThat(done(as(tenant.person(0), () -> webhooks.resendAll(secret.endpointId()))))
                    .isOne();
            deliver.run();
        });

        assertThat(calls)
                .hasSize(4)
                .extracting(Call::id)
                .containsOnly(calls.get(0).id());
        assertThat(log(tenant, secret).get(0).state()).isEqualTo(DeliveryState.SENT);
        assertThat(row(tenant).failed()).isZero();
    }

    @Test
    void who_is_gone_for_good_is_not_called_again() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR);
        ShownSecret secret = added(tenant);
        status.set(410);
        done(as(tenant.person(0), () -> webhooks.test(secret.endpointId())));
        done(as(tenant.person(0), () -> webhooks.test(secret.endpointId())));

        deliver.run();
        deliver.run();

        assertThat(calls).hasSize(1);
        assertThat(row(tenant).offReason()).contains("410");
        assertThat(log(tenant, secret)).extracting(LogLine::state).containsOnly(DeliveryState.FAILED);
        assertThat(Outcomes.rule(as(tenant.person(0), () -> webhooks.resendAll(secret.endpointId()))))
                .isEqualTo("is-off");

        status.set(200);
        done(as(tenant.person(0), () -> webhooks.switchOn(secret.endpointId())));
        assertThat(done(as(tenant.person(0), () -> webhooks.resendAll(secret.endpointId()))))
                .isEqualTo(2);
        deliver.run();
        assertThat(log(tenant, secret)).extracting(LogLine::state).containsOnly(DeliveryState.SENT);
    }

    private ShownSecret added(Tenant tenant) {
        return done(as(
                tenant.person(0),
                () -> webhooks.add(new NewWebhook(address(), EnumSet.allOf(WebhookEvent.class), "Tests"))));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private List<LogLine> log(Tenant tenant, ShownSecret secret) {
        return as(tenant.person(0), () -> webhooks.log(secret.endpointId()));
    }

    private WebhookRow row(Tenant tenant) {
        return as(tenant.person(0), webhooks::list).get(0);
    }

    private Call only() {
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    /** Written anew here, as a receiver would. */
    private static String signed(ShownSecret secret, Call call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getDecoder().decode(secret.text().substring("whsec_".length())), "HmacSHA256"));
        byte[] signed = mac.doFinal((call.id() + "." + call.at() + "." + call.body()).getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    private UUID warned(Tenant tenant) {
        Instant aDayAgo = clock.now().minus(Duration.ofDays(1));
        done(as(
                tenant.somebody(Role.RISK_ANALYST),
                () -> targets.add(
                        new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 10, TargetUnit.HOURS, aDayAgo))));
        UUID failure = story.failure(tenant, Duration.ofHours(10));
        story.move(
                tenant.somebody(Role.ML_ENGINEER),
                failure,
                Stage.DETECTED,
                clock.now().minus(Duration.ofHours(9)));
        return failure;
    }
}
