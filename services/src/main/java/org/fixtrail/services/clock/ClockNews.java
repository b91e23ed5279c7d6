package org.fixtrail.services.clock;

import java.util.Optional;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.services.notification.MailPage.Tone;
import org.jspecify.annotations.Nullable;

/** What people and programs are told of clocks. */
enum ClockNews {
    TARGET_WARNED("target.warned", "Target at risk", "An internal target is at risk.", Tone.WARNING),
    TARGET_BREACHED("target.breached", "Target missed", "An internal target was missed.", Tone.ALARM),
    DUTY_STARTED("clock.started", "Legal clock started", "A legal clock started.", Tone.WARNING),
    DUTY_MOVED("clock.moved", "Legal deadline moved", "A legal deadline moved.", Tone.WARNING),
    DUTY_WARNED("clock.warned", "Legal deadline near", "A legal deadline is near.", Tone.WARNING),
    DUTY_OVERDUE(
            "clock.overdue",
            "Legal duty overdue",
            "The elapsed time of a legal duty is over; the law's last moment is not.",
            Tone.ALARM),
    DUTY_BREACHED("clock.breached", "Legal deadline missed", "A legal deadline was missed.", Tone.ALARM);

    private final String kind;
    private final String subject;
    private final String headline;
    private final Tone tone;

    ClockNews(String kind, String subject, String headline, Tone tone) {
        this.kind = kind;
        this.subject = subject;
        this.headline = headline;
        this.tone = tone;
    }

    /** What is told of something that happened to a clock; empty if nothing is. */
    static Optional<ClockNews> of(ClockEvent event) {
        return Optional.ofNullable(event.basis().isPresent() ? ofDuty(event.what()) : ofTarget(event.what()));
    }

    private static @Nullable ClockNews ofTarget(ClockChange what) {
        return switch (what) {
            case WARNED -> TARGET_WARNED;
            case BREACHED -> TARGET_BREACHED;
            default -> null;
        };
    }

    private static @Nullable ClockNews ofDuty(ClockChange what) {
        return switch (what) {
            case STARTED -> DUTY_STARTED;
            case RECOMPUTED -> DUTY_MOVED;
            case WARNED -> DUTY_WARNED;
            case OVERDUE -> DUTY_OVERDUE;
            case BREACHED -> DUTY_BREACHED;
            default -> null;
        };
    }

    /** Stable for programs. */
    String kind() {
        return kind;
    }

    /** Before the failure's title. */
    String subject() {
        return subject;
    }

    String headline() {
        return headline;
    }

    Tone tone() {
        return tone;
    }
}
