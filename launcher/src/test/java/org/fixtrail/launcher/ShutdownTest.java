package org.fixtrail.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private final Shutdown shutdown = new Shutdown(new Console());
    private final List<String> closed = new ArrayList<>();

    @Test
    void what_was_started_last_is_stopped_first() {
        shutdown.remember("mail", () -> closed.add("mail"));
        shutdown.remember("database", () -> closed.add("database"));
        shutdown.remember("server", () -> closed.add("server"));

        shutdown.closeAll();

        assertThat(closed).containsExactly("server", "database", "mail");
    }

    @Test
    void one_that_fails_does_not_keep_the_next_from_being_stopped() {
        shutdown.remember("database", () -> closed.add("database"));
        shutdown.remember("server", () -> {
            throw new IllegalStateException("hangs");
        });

        shutdown.closeAll();

        assertThat(closed).containsExactly("database");
    }

    @Test
    void nothing_is_started_once_the_end_has_begun() {
        shutdown.closeAll();

        assertThatThrownBy(() -> shutdown.start("late", () -> () -> closed.add("late")))
                .isInstanceOf(LaunchException.class);
        assertThat(closed).isEmpty();
    }
}
