package org.fixtrail.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what the product does in its own time: asks again and again, until a deadline. */
final class Await {
    private static final long PAUSE_MILLIS = 50;

    private Await() {}

    /** Answers what was found, or fails with what was waited for and what was seen last. */
    static <T> T until(String what, Duration limit, Callable<Optional<T>> question) throws Exception {
        long begin = System.nanoTime();
        for (Optional<T> answer = question.call(); ; answer = question.call()) {
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new AssertionError("after " + limit.toSeconds() + " s still not there: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
