package org.fixtrail.web.it;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs the same work in several threads of the server at once. */
@ApplicationScoped
public class Together {
    private static final int LIMIT_SECONDS = 60;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Behind behind;

    /**
     * What came of one thread's work.
     *
     * @param thrown null if it ended well
     */
    record Ended<T>(@Nullable T value, @Nullable Throwable thrown) {
        boolean well() {
            return thrown == null;
        }
    }

    /** Work that all threads have begun, and perhaps ended. */
    static final class Running<T> {
        private final List<FutureTask<T>> tasks;

        private Running(List<FutureTask<T>> tasks) {
            this.tasks = tasks;
        }

        List<Ended<T>> ended() {
            return tasks.stream().map(Running::end).toList();
        }

        private static <T> Ended<T> end(FutureTask<T> task) {
            try {
                return new Ended<>(task.get(LIMIT_SECONDS, TimeUnit.SECONDS), null);
            } catch (ExecutionException e) {
                return new Ended<>(null, e.getCause());
            } catch (InterruptedException | TimeoutException e) {
                throw new AssertionError("a thread hangs", e);
            }
        }
    }

    /** @param work gets the number of its thread, from 0 */
    <T> Running<T> start(int count, IntFunction<T> work) {
        CountDownLatch go = new CountDownLatch(1);
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            FutureTask<T> task = new FutureTask<>(() -> {
                go.await();
                return work.apply(number);
            });
            tasks.add(task);
            threads.newThread(task).start();
        }
        go.countDown();
        return new Running<>(tasks);
    }

    <T> List<Ended<T>> run(int count, IntFunction<T> work) {
        return start(count, work).ended();
    }

    /** As {@link #run}, with none of it committed before all has come as far as it can. */
    <T> List<Ended<T>> collide(Tenant tenant, int count, IntFunction<T> work) throws SQLException {
        Running<T> running;
        try (Connection superuser = behind.asSuperuser()) {
            superuser.setAutoCommit(false);
            Behind.execute(
                    superuser, "select 1 from ledger_head where organisation_id = '" + tenant.id() + "' for update");
            running = start(count, work);
            until(() -> behind.waiting() == count);
            superuser.rollback();
        }
        return running.ended();
    }

    /** Waits until something holds, and fails if it never does. */
    static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(LIMIT_SECONDS).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come about within " + LIMIT_SECONDS + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
