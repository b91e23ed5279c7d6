package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.services.clock.ClockFilter;
import org.fixtrail.services.clock.DeadlineMonth;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.clock.ShowDeadlines;
import org.fixtrail.services.paging.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deadlines by the days of a month. */
@ExtendWith(ArquillianExtension.class)
class DeadlineMonthIT {
    @Inject
    private ShowDeadlines deadlines;

    @Inject
    private FindClocks findClocks;

    @Inject
    private SetTargets targets;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Inject
    private Behind behind;

    @Test
    void the_calendar_shows_a_deadline_on_its_day_with_the_number_of_those_left_out() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST);
        done(as(
                tenant.person(0),
                () -> targets.add(
                        new NewTarget(Severity.HIGH, Stage.DETECTED, Stage.DEPLOYED, 100, TargetUnit.HOURS, null))));
        Instant detected = Moments.toMicros(clock.now());
        UUID first = clockOf(tenant, detected);
        UUID second = clockOf(tenant, detected);
        ZoneId zone = ZoneId.of("Europe/Madrid");
        LocalDate day = detected.plus(Duration.ofHours(100))
                .minusNanos(1_000)
                .atZone(zone)
                .toLocalDate();

        DeadlineMonth month = as(tenant.somebody(Role.AUDITOR), () -> deadlines.month(YearMonth.from(day), zone, 1));

        assertThat(month.days().size() % 7).isZero();
        DeadlineMonth.Day shown = month.days().stream()
                .filter(each -> each.date().equals(day))
                .findFirst()
                .orElseThrow();
        assertThat(shown.total()).isEqualTo(2);
        assertThat(shown.more()).isOne();
        assertThat(shown.deadlines()).singleElement().satisfies(deadline -> {
            assertThat(deadline.legalAt()).isEqualTo(detected.plus(Duration.ofHours(100)));
            assertThat(List.of(first, second)).contains(deadline.clock());
        });
        assertThat(as(
                                tenant.somebody(Role.AUDITOR),
                                () -> findClocks.list(ClockFilter.ALL.on(day, zone), PageRequest.first(10)))
                        .total())
                .isEqualTo(2);
    }

    private UUID clockOf(Tenant tenant, Instant detected) {
        UUID failure = story.failure(tenant, Duration.ofHours(1));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED, detected);
        return behind.column(UUID.class, "select id from clock where failure_id = ?", failure)
                .get(0);
    }
}
