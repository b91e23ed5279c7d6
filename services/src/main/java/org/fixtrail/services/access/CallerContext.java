package org.fixtrail.services.access;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The caller on whose behalf this thread works. Set at the edge (a request, a job) and always taken back; without one, the
 * database shows nothing.
 */
public final class CallerContext {
    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    private CallerContext() {}

    public static Optional<Caller> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** @throws NotSignedIn when nobody is known */
    public static Caller get() {
        return find().orElseThrow(NotSignedIn::new);
    }

    public static <T> T as(Caller caller, Supplier<T> work) {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    public static void run(Caller caller, Runnable work) {
        as(caller, () -> {
            work.run();
            return true;
        });
    }

    /** For edges that cannot wrap their work in a function; pair with {@link #leave}. */
    public static void enter(Caller caller) {
        CURRENT.set(caller);
    }

    public static void leave() {
        CURRENT.remove();
    }

    private static void restore(@org.jspecify.annotations.Nullable Caller before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
