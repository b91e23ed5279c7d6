package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.fixtrail.services.drift.WatchTime;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server's clock is compared with that of the real database. */
@ExtendWith(ArquillianExtension.class)
class WatchTimeIT {
    @Inject
    private WatchTime watch;

    @Inject
    private TestClock clock;

    @Test
    void an_hour_of_drift_is_noticed_in_either_direction() {
        clock.shifted(Duration.ofHours(1), () -> {
            watch.run();
            assertThat(watch.problem().orElseThrow()).contains("60 minutes ahead of that of the database");
        });
        clock.shifted(Duration.ofHours(-1), () -> {
            watch.run();
            assertThat(watch.problem().orElseThrow()).contains("60 minutes behind that of the database");
        });
    }

    @Test
    void that_the_clock_was_set_stays_on_the_page_after_both_agree_again() {
        watch.run();
        clock.shifted(Duration.ofHours(1), watch::run);
        watch.run();

        assertThat(watch.problem().orElseThrow()).contains("set 60 minutes back");
    }
}
