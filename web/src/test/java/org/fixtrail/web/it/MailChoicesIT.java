package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.notification.DeliveryState;
import org.fixtrail.domain.notification.MailWishes;
import org.fixtrail.domain.notification.MailWishes.Quiet;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.digest.DigestWatch;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.notification.ChooseMails;
import org.fixtrail.services.notification.FindNotifications;
import org.fixtrail.services.notification.FindNotifications.NotificationRow;
import org.fixtrail.services.notification.TrackDelivery;
import org.fixtrail.services.notification.UnsubscribeLinks;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people choose of their mails, and the digest. */
@ExtendWith(ArquillianExtension.class)
class MailChoicesIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    @Inject
    private ChooseMails choose;

    @Inject
    private DigestWatch digests;

    @Inject
    private UnsubscribeLinks links;

    @Inject
    private FindNotifications find;

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

    @Test
    void a_warning_waits_for_the_end_of_quiet_hours_and_says_so() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        ZonedDateTime end =
                clock.now().atZone(ZONE).truncatedTo(ChronoUnit.HOURS).plusHours(2);
        wish(tenant.person(0), true, true, quietUntil(end), null);
        clockOf(tenant, 9);

        NotificationRow mail = only(tenant);
        assertThat(mail.delivery().state()).isEqualTo(DeliveryState.PENDING);
        assertThat(mail.delivery().dueAt()).isEqualTo(end.toInstant());
        assertThat(mail.delivery().lastError()).contains("quiet hours");
        assertThat(mail.notification().bodyText()).contains("waited for the end of your quiet hours", "Asia/Tokyo");
        assertThat(mail.notification().bodyHtml()).contains("waited for the end of your quiet hours");
    }

    @Test
    void a_breach_waits_for_nothing() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        ZonedDateTime end =
                clock.now().atZone(ZONE).truncatedTo(ChronoUnit.HOURS).plusHours(2);
        wish(tenant.person(0), true, true, quietUntil(end), null);
        clockOf(tenant, 11);

        NotificationRow mail = only(tenant);
        assertThat(mail.notification().kind()).isEqualTo("target.breached");
        assertThat(mail.delivery().dueAt()).isBeforeOrEqualTo(clock.now());
        assertThat(mail.notification().bodyText()).doesNotContain("quiet");
    }

    @Test
    void who_wants_no_warnings_gets_none_and_others_do() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST, Role.RISK_ANALYST);
        wish(tenant.person(0), false, true, null, null);
        clockOf(tenant, 9);

        assertThat(only(tenant).notification().recipientId())
                .isEqualTo(tenant.person(1).person());
    }

    @Test
    void that_nobody_wants_a_warning_is_shown() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        wish(tenant.person(0), false, true, null, null);
        clockOf(tenant, 9);

        assertThat(only(tenant).delivery().state()).isEqualTo(DeliveryState.FAILED);
        assertThat(only(tenant).delivery().lastError()).contains("Nobody of the risk team wants");
    }

    @Test
    void a_breach_that_nobody_wants_to_hear_of_goes_to_all() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST, Role.RISK_ANALYST);
        wish(tenant.person(0), true, false, null, null);
        wish(tenant.person(1), true, false, null, null);
        clockOf(tenant, 11);

        assertThat(mails(tenant))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.notification().bodyText()).contains("although you chose not to"));
    }

    @Test
    void the_digest_comes_once_at_its_hour_and_tells_what_runs_and_what_was_missed() {
        Tenant tenant = tenants.with(Role.AUDITOR);
        ZonedDateTime next =
                clock.now().atZone(ZONE).truncatedTo(ChronoUnit.HOURS).plusHours(3);
        wish(tenant.person(0), true, true, null, next.getHour());
        UUID missed = clockOf(tenant, 11);
        UUID running = clockOf(tenant, 5);

        digests.run();
        assertThat(digestsOf(tenant)).as("not due yet").isEmpty();
        Duration till = Duration.between(clock.now(), next.toInstant()).plusMinutes(1);
        clock.shifted(till, () -> {
            assertThat(together.run(4, number -> {
                        digests.run();
                        return number;
                    }))
                    .allMatch(Together.Ended::well);
            digests.run();
        });

        assertThat(digestsOf(tenant)).singleElement().satisfies(mail -> {
            assertThat(mail.notification().recipientId())
                    .isEqualTo(tenant.person(0).person());
            assertThat(mail.notification().subject()).isEqualTo("Fixtrail today: 1 missed, 1 clock runs");
            assertThat(mail.notification().bodyText())
                    .containsSubsequence(
                            "Missed since the last digest",
                            "id=F-" + missed,
                            "Running, next due first",
                            "id=F-" + running)
                    .contains("Asia/Tokyo");
        });

        clock.shifted(till.plusDays(1), digests::run);
        assertThat(digestsOf(tenant)).hasSize(2);
        assertThat(digestsOf(tenant))
                .extracting(mail -> mail.notification().subject())
                .contains("Fixtrail today: 1 clock runs");
    }

    @Test
    void without_anything_to_say_or_the_right_to_see_it_no_digest_comes() {
        Tenant silent = tenants.with(Role.AUDITOR);
        wish(silent.person(0), true, true, null, 8);
        Tenant closed = tenants.with(Role.ADMINISTRATOR);
        wish(closed.person(0), true, true, null, 8);
        UUID missed = clockOf(closed, 5);

        clock.shifted(Duration.ofHours(25), digests::run);

        assertThat(missed).isNotNull();
        assertThat(digestsOf(silent)).isEmpty();
        assertThat(digestsOf(closed)).isEmpty();
        assertThat(behind.count(
                        "select count(*) from digest_plan where organisation_id in (?, ?) and last_at is not null",
                        silent.id(),
                        closed.id()))
                .isEqualTo(2);
    }

    @Test
    void the_link_of_a_digest_ends_the_digest_and_nothing_else() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        Quiet quiet = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));
        wish(tenant.person(0), true, true, quiet, 8);
        clockOf(tenant, 5);
        List<String> addresses = new ArrayList<>();
        clock.shifted(Duration.ofHours(25), () -> {
            digests.run();
            UUID digest = digestsOf(tenant).get(0).notification().id();
            as(tenant.server(), () -> track.begin(digest))
                    .ifPresent(attempt ->
                            addresses.add(String.valueOf(attempt.mail().unsubscribe())));
        });
        String link = addresses.get(0);
        String token = link.substring(link.indexOf("token=") + "token=".length());

        assertThat(link).contains("/unsubscribe.xhtml?token=");
        assertThat(links.isKnown(token)).isTrue();
        assertThat(links.unsubscribe(token)).isTrue();
        assertThat(links.unsubscribe(token)).as("once more").isTrue();

        assertThat(as(tenant.person(0), choose::wishes)).isEqualTo(new MailWishes(true, true, quiet, null, ZONE));
        assertThat(behind.column(
                        Boolean.class,
                        "select by_link from mail_choice where organisation_id = ? order by leaf",
                        tenant.id()))
                .containsExactly(false, true);
        assertThat(as(tenant.server(), check::check).ok()).isTrue();
        clock.shifted(Duration.ofHours(49), digests::run);
        assertThat(digestsOf(tenant)).hasSize(1);
    }

    @Test
    void a_token_that_is_not_ours_does_nothing() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        wish(tenant.person(0), true, true, null, 8);
        for (String token : List.of("", "abc", "*", "A".repeat(80), "A".repeat(5_000))) {
            assertThat(links.isKnown(token)).isFalse();
            assertThat(links.unsubscribe(token)).isFalse();
        }
        assertThat(as(tenant.person(0), choose::wishes).digestHour()).isEqualTo(8);
    }

    private void wish(
            Caller person, boolean warnings, boolean breaches, @Nullable Quiet quiet, @Nullable Integer digestHour) {
        run(person, () -> choose.choose(new MailWishes(warnings, breaches, quiet, digestHour, ZONE)));
    }

    /** Quiet since an hour ago. */
    private Quiet quietUntil(ZonedDateTime end) {
        return new Quiet(end.minusHours(3).toLocalTime(), end.toLocalTime());
    }

    /** A failure that was detected so many hours ago, of which ten were allowed. */
    private UUID clockOf(Tenant tenant, int hoursAgo) {
        if (behind.count("select count(*) from target where organisation_id = ?", tenant.id()) == 0) {
            Instant aDayAgo = clock.now().minus(Duration.ofDays(1));
            done(as(
                    tenant.somebody(Role.RISK_ANALYST),
                    () -> targets.add(new NewTarget(
                            Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 10, TargetUnit.HOURS, aDayAgo))));
        }
        UUID failure = story.failure(tenant, Duration.ofHours(12));
        Instant detected = clock.now().minus(Duration.ofHours(hoursAgo));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED, detected);
        return failure;
    }

    private List<NotificationRow> mails(Tenant tenant) {
        return as(
                tenant.somebody(Role.AUDITOR),
                () -> find.list(List.of(), null, null, PageRequest.first(50)).items());
    }

    private List<NotificationRow> digestsOf(Tenant tenant) {
        return mails(tenant).stream()
                .filter(mail -> mail.notification().kind().equals("digest"))
                .toList();
    }

    private NotificationRow only(Tenant tenant) {
        List<NotificationRow> all = mails(tenant);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
