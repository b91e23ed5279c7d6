package org.fixtrail.launcher.demo;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fixtrail.launcher.LaunchException;

/** Waits for what the application does in the background. */
final class Poll {
    private static final long LIMIT_SECONDS = 120;
    private static final long PAUSE_MILLIS = 200;

    private Poll() {}

    /**
     * Asks again and again until there is an answer.
     *
     * @param what names it where there is none in two minutes
     */
    static <T> T until(String what, Supplier<Optional<T>> question) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LaunchException("the sample story was interrupted waiting for " + what, e);
            }
        }
        throw new LaunchException(
                "the sample story stops: after " + LIMIT_SECONDS + " s there is still no sign of " + what);
    }
}
