package org.fixtrail.web.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.clock.ClockWatch;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.feed.CalendarFeeds;
import org.fixtrail.services.feed.ManageFeed;
import org.fixtrail.services.ledger.CheckLedger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A calendar of deadlines by a secret address: who finds what there, and until when. */
@ExtendWith(ArquillianExtension.class)
class FeedIT {
    @Inject
    private ManageFeed manage;

    @Inject
    private CalendarFeeds feeds;

    @Inject
    private SetTargets targets;

    @Inject
    private ClockWatch watch;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Inject
    private Behind behind;

    @Test
    void the_address_gives_the_deadlines_of_the_own_organisation_and_of_no_other() {
        Tenant tenant = tenants.with(Role.AUDITOR);
        Tenant other = tenants.with(Role.AUDITOR);
        UUID ours = clockOf(tenant);
        UUID theirs = clockOf(other);
        String secret = create(tenant.person(0));

        String calendar = fetched(secret).orElseThrow();

        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:clock-" + ours + "@", "STATUS:CONFIRMED", "/clock/show.xhtml?id=" + ours)
                .doesNotContain(theirs.toString());
        assertThat(fetched(secret)).as("once more").contains(calendar);
        assertThat(as(tenant.person(0), manage::feed).orElseThrow().lastFetchedAt())
                .isNotNull();
    }

    @Test
    void another_address_ends_the_earlier_one_and_revoking_ends_it_for_good() {
        Tenant tenant = tenants.with(Role.AUDITOR);
        String first = create(tenant.person(0));
        String second = create(tenant.person(0));

        assertThat(fetched(first)).isEmpty();
        assertThat(fetched(second)).isPresent();
        run(tenant.person(0), manage::revoke);
        run(tenant.person(0), manage::revoke);
        assertThat(fetched(second)).isEmpty();
        assertThat(as(tenant.person(0), manage::feed)).isEmpty();
        assertThat(behind.column(
                        String.class,
                        "select what from calendar_feed_change where organisation_id = ? order by leaf",
                        tenant.id()))
                .containsExactly("CREATED", "RENEWED", "REVOKED");
        assertThat(as(tenant.server(), check::check).problem()).isNull();
    }

    @Test
    void of_the_secret_nothing_is_kept_but_its_hash() {
        Tenant tenant = tenants.with(Role.AUDITOR);
        String secret = create(tenant.person(0));

        assertThat(behind.column(
                        String.class,
                        "select to_jsonb(f)::text from calendar_feed f where organisation_id = ?",
                        tenant.id()))
                .singleElement()
                .asString()
                .doesNotContain(secret);
    }

    @Test
    void whoever_lost_access_or_the_right_to_see_clocks_finds_nothing_any_more() {
        Tenant tenant = tenants.with(Role.AUDITOR, Role.AUDITOR);
        String ended = create(tenant.person(0));
        String without = create(tenant.person(1));
        assertThat(fetched(ended)).isPresent();
        assertThat(fetched(without)).isPresent();

        behind.tamper(
                "update person set disabled = true where id = ?",
                tenant.person(0).person());
        behind.tamper(
                "update person set roles = 'ADMINISTRATOR' where id = ?",
                tenant.person(1).person());

        assertThat(fetched(ended)).isEmpty();
        assertThat(fetched(without)).isEmpty();
    }

    @Test
    void who_may_not_see_clocks_gets_no_address() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR);

        assertThat(rule(as(tenant.person(0), manage::create))).isEqualTo("sees-no-clocks");
    }

    @Test
    void what_is_no_secret_of_ours_finds_nothing() {
        for (String text : List.of("", "abc", "../x", "A".repeat(43), "A".repeat(5_000), "%00")) {
            assertThat(feeds.fetch(text)).as(text).isEmpty();
        }
        assertThat(feeds.fetch(null)).isEmpty();
    }

    @Test
    void an_ended_clock_stays_cancelled_for_six_weeks() {
        Tenant tenant = tenants.with(Role.AUDITOR);
        UUID target = target(tenant);
        UUID running = clockOf(tenant);
        String secret = create(tenant.person(0));
        done(as(tenant.somebody(Role.RISK_ANALYST), () -> targets.end(target)));
        watch.run();

        assertThat(fetched(secret).orElseThrow()).contains("UID:clock-" + running, "STATUS:CANCELLED");
        clock.shifted(
                Duration.ofDays(43),
                () -> assertThat(fetched(secret).orElseThrow())
                        .doesNotContain(running.toString())
                        .contains("END:VCALENDAR"));
    }

    private Optional<String> fetched(String secret) {
        return feeds.fetch(secret).map(bytes -> new String(bytes, UTF_8).replace("\r\n ", ""));
    }

    private String create(Caller person) {
        String address = done(as(person, manage::create)).toString();
        assertThat(address).contains("/calendar/").endsWith(".ics");
        return address.substring(address.lastIndexOf('/') + 1, address.length() - ".ics".length());
    }

    private UUID target(Tenant tenant) {
        Instant aDayAgo = clock.now().minus(Duration.ofDays(1));
        return done(as(
                tenant.somebody(Role.RISK_ANALYST),
                () -> targets.add(
                        new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 10, TargetUnit.DAYS, aDayAgo))));
    }

    /** @return the clock of a failure that was just detected */
    private UUID clockOf(Tenant tenant) {
        if (behind.count("select count(*) from target where organisation_id = ?", tenant.id()) == 0) {
            target(tenant);
        }
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED);
        return behind.column(UUID.class, "select id from clock where failure_id = ?", failure)
                .get(0);
    }
}
