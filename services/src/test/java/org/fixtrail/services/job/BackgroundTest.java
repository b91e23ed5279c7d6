package org.fixtrail.services.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.CallerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void a_task_that_fails_runs_again_and_is_counted() throws Exception {
        CountDownLatch thrice = new CountDownLatch(3);
        Background background = new Background(
                List.of(task(() -> {
                    thrice.countDown();
                    throw new IllegalStateException("no luck");
                })),
                CLOCK,
                true);
        background.schedule(executor);

        assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(background.reports()).singleElement().satisfies(report -> {
            assertThat(report.name()).isEqualTo("try");
            assertThat(report.errors()).isBetween(2L, report.runs());
            assertThat(report.lastRun()).isEqualTo(NOW);
            assertThat(report.lastError()).isEqualTo("java.lang.IllegalStateException: no luck");
        });
    }

    @Test
    void a_task_never_runs_twice_at_a_time() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        RunningTask task = new RunningTask(
                task(() -> {
                    runs.incrementAndGet();
                    inside.countDown();
                    await(release);
                }),
                CLOCK);
        executor.submit(task);
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        task.run();

        assertThat(runs).as("the second run saw the first and left").hasValue(1);
        release.countDown();
    }

    @Test
    void a_caller_that_a_task_left_behind_is_gone_after_it() {
        new RunningTask(task(() -> CallerContext.enter(Caller.server(UUID.randomUUID()))), CLOCK).run();

        assertThat(CallerContext.find()).isEmpty();
    }

    @Test
    void nothing_runs_where_it_is_switched_off_or_after_it_was_stopped() {
        Background off = new Background(List.of(task(() -> {})), CLOCK, false);
        off.schedule(executor);
        assertThat(off.reports()).isEmpty();

        Background on = new Background(List.of(task(() -> {})), CLOCK, true);
        on.schedule(executor);
        on.schedule(executor);
        assertThat(on.reports()).hasSize(1);
        on.stop();
        assertThat(on.reports()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PeriodicTask task(Runnable work) {
        return new PeriodicTask() {
            @Override
            public String name() {
                return "try";
            }

            @Override
            public Duration period() {
                return Duration.ofMillis(50);
            }

            @Override
            public void run() {
                work.run();
            }
        };
    }
}
