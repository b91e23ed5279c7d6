package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.lag.LagBoard;
import org.fixtrail.services.lag.LagWithTrend;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first page's figures are not worked out at each visit, and are never behind the record. */
@ExtendWith(ArquillianExtension.class)
class LagBoardIT {
    @Inject
    private LagBoard board;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private TestClock clock;

    @Test
    void figures_hold_for_a_minute_and_until_something_is_recorded() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        detected(tenant, system);

        LagWithTrend first = show(tenant);
        assertThat(population(first)).isEqualTo(1);
        assertThat(show(tenant)).isSameAs(first);
        assertThat(show(tenants.any()).answer().figures().get(0).counts().population())
                .as("of another organisation")
                .isZero();

        detected(tenant, system);
        LagWithTrend second = show(tenant);
        assertThat(population(second)).isEqualTo(2);

        clock.shifted(
                Duration.ofSeconds(61),
                () -> assertThat(show(tenant).answer().asOf())
                        .isAfter(second.answer().asOf()));
    }

    private void detected(Tenant tenant, UUID system) {
        story.walk(tenant, story.failure(tenant, system, Duration.ofHours(2)), Stage.DETECTED);
    }

    private LagWithTrend show(Tenant tenant) {
        return as(tenant.server(), () -> board.show(null, ZoneOffset.UTC));
    }

    private static long population(LagWithTrend shown) {
        return shown.answer().figures().get(0).counts().population();
    }
}
