package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.clock.ClockWatch;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.triage.AdoptRules;
import org.fixtrail.services.triage.StateFacts;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An organisation brings rules of its own, and decides whether running clocks follow a new edition. */
@ExtendWith(ArquillianExtension.class)
class RulePacksIT {
    private static final String PACK = """
            pack: HOUSE
            edition: "%s"
            title: House rules
            rules:
              - id: HOUSE-1
                title: Tell the board
                article: House rules, section 1
                address: https://example.org/rules
                confidence: P
                when: [death]
                limits: [{start: aware, length: %d, unit: d}]
                counting: strict
                addressee: organisation
            """;

    @Inject
    private AdoptRules adopt;

    @Inject
    private StateFacts state;

    @Inject
    private FindClocks find;

    @Inject
    private ClockWatch watch;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Test
    void a_new_edition_is_for_new_clocks_and_running_ones_follow_when_somebody_decides() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER, Role.ML_ENGINEER);
        done(adopting(tenant, "2026-01-01", 7));
        UUID failure = withADeath(tenant);
        RunningClock before = only(tenant, failure);
        assertThat(Duration.between(before.startedAt(), before.legalAt())).isEqualTo(Duration.ofDays(7));

        done(adopting(tenant, "2026-02-01", 5));
        watch.run();
        assertThat(only(tenant, failure).legalAt()).isEqualTo(before.legalAt());
        List<AdoptRules.NewEdition> editions = as(tenant.person(0), () -> adopt.newEditions());
        assertThat(editions).hasSize(1);
        assertThat(editions.get(0).changes().get(0).then().deadline().legalAt())
                .isEqualTo(before.startedAt().plus(Duration.ofDays(5)));
        assertThat(length(tenant, withADeath(tenant))).isEqualTo(Duration.ofDays(5));

        done(as(tenant.person(0), () -> adopt.follow("HOUSE")));
        watch.run();
        assertThat(length(tenant, failure)).isEqualTo(Duration.ofDays(5));
        assertThat(as(tenant.person(0), () -> adopt.newEditions())).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_pack_is_told_and_nothing_is_taken_into_use() {
        Tenant tenant = tenants.with(Role.COMPLIANCE_OFFICER);
        String theirs = PACK.replace("HOUSE", "AIA").formatted("2026-01-01", 7);
        String sameRule = PACK.replace("HOUSE-1", "AIA-73-4").formatted("2026-01-01", 7);

        assertThat(problems(tenant, theirs)).contains("comes with Fixtrail");
        assertThat(problems(tenant, sameRule)).contains("AIA-73-4 is the id of a rule of another pack");
        assertThat(problems(tenant, PACK.formatted("2026-01-01", 0))).contains("line 11");
        done(adopting(tenant, "2026-01-01", 7));
        assertThat(problems(tenant, PACK.formatted("2026-01-01", 5))).contains("is in use already");
    }

    private Outcome<UUID> adopting(Tenant tenant, String edition, int days) {
        return as(
                tenant.person(0),
                () -> adopt.adopt(PACK.formatted(edition, days).getBytes(StandardCharsets.UTF_8)));
    }

    private String problems(Tenant tenant, String pack) {
        Outcome<UUID> outcome = as(tenant.person(0), () -> adopt.adopt(pack.getBytes(StandardCharsets.UTF_8)));
        return ((Outcome.Refused<UUID>) outcome).problems().toString();
    }

    private UUID withADeath(Tenant tenant) {
        UUID failure = story.failure(tenant, Duration.ofDays(2));
        story.move(
                tenant.somebody(Role.ML_ENGINEER),
                failure,
                Stage.DETECTED,
                clock.now().minus(Duration.ofHours(20)));
        Facts facts = new Facts(
                Map.of(Fact.DEATH, true, Fact.PROVIDER, false), Set.of(Jurisdiction.DE), null, Map.of(), Map.of());
        done(as(tenant.person(0), () -> state.ofFailure(failure, facts, "first look")));
        return failure;
    }

    private Duration length(Tenant tenant, UUID failure) {
        RunningClock only = only(tenant, failure);
        return Duration.between(only.startedAt(), only.legalAt());
    }

    private RunningClock only(Tenant tenant, UUID failure) {
        return as(tenant.person(0), () -> find.ofFailure(failure)).stream()
                .map(FindClocks.ClockStory::clock)
                .filter(of -> "HOUSE-1".equals(of.key().group()))
                .findFirst()
                .orElseThrow();
    }
}
