package org.fixtrail.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long BEGIN = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(5);

    private final RateLimiter limiter = new RateLimiter("key", 30, 3);

    @Test
    void a_whole_quota_may_be_used_at_once_and_no_more() {
        for (int left = 29; left >= 0; left--) {
            assertThat(limiter.take("a", 0).remaining()).isEqualTo(left);
        }

        RateLimiter.Answer refused = limiter.take("a", 0);

        assertThat(refused.admitted()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.nextIn()).isEqualTo(2);
    }

    @Test
    void what_was_used_comes_back_evenly_and_never_beyond_the_quota() {
        exhaust("a", 0);

        assertThat(limiter.take("a", seconds(1)).admitted()).isFalse();
        assertThat(limiter.take("a", seconds(2)).admitted()).isTrue();
        assertThat(limiter.take("a", seconds(2)).admitted()).isFalse();
        assertThat(limiter.take("a", seconds(3600)).remaining()).isEqualTo(29);
    }

    @Test
    void refused_requests_do_not_prolong_the_wait() {
        exhaust("a", 0);
        for (int i = 0; i < 1000; i++) {
            limiter.take("a", seconds(1));
        }

        assertThat(limiter.take("a", seconds(2)).admitted()).isTrue();
    }

    @Test
    void each_has_its_own() {
        exhaust("a", 0);

        assertThat(limiter.take("b", 0).remaining()).isEqualTo(29);
    }

    @Test
    void no_more_are_remembered_than_there_is_room_for_and_the_latest_are() {
        exhaust("a", 0);
        for (int i = 0; i < 1000; i++) {
            limiter.take("address " + i, 0);
            assertThat(limiter.take("a", 0).admitted()).isFalse();
        }

        assertThat(limiter.remembered()).isEqualTo(3);
    }

    @Test
    void the_clock_may_run_over_the_end_of_its_range() {
        exhaust("a", BEGIN);

        assertThat(limiter.take("a", BEGIN + seconds(10)).remaining()).isEqualTo(4);
    }

    @Test
    void the_headers_are_structured_fields_of_the_draft() {
        RateLimiter.Answer answer = limiter.take("a", 0);

        assertThat(answer.policyHeader()).isEqualTo("\"key\";q=30;w=60");
        assertThat(answer.limitHeader()).isEqualTo("\"key\";r=29;t=2");
    }

    private void exhaust(String whose, long now) {
        for (int i = 0; i < 30; i++) {
            limiter.take(whose, now);
        }
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
