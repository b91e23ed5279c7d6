package org.fixtrail.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.lag.DurationText;
import org.fixtrail.services.organisation.ShowOrganisation;
import org.jspecify.annotations.Nullable;

/** How pages write times, durations and numbers. What is absent is said in words, never left blank or shown as zero. */
@Named
@RequestScoped
public class Show {
    private static final String NONE = "\u2013";

    private final ShowOrganisation organisations;
    private @Nullable WallTime wall;

    @Inject
    public Show(ShowOrganisation organisations) {
        this.organisations = organisations;
    }

    @SuppressWarnings("NullAway")
    protected Show() {
        this(null);
    }

    /** To the minute, in the organisation's zone: its day and its time of day, between which a line may break. */
    public List<String> time(@Nullable Instant at) {
        return at == null ? List.of(NONE) : List.of(wall().text(at).split(" ", -1));
    }

    /** To the second, with the zone's name: for titles and where the zone is not named beside. */
    public String exactTime(@Nullable Instant at) {
        return at == null ? "" : wall().exact(at);
    }

    public String duration(@Nullable Duration duration) {
        return duration == null ? NONE : DurationText.of(duration);
    }

    public String number(long number) {
        return NumberText.exact(number);
    }

    public String rough(long number) {
        return NumberText.rough(number);
    }

    /** A number of bytes in the largest unit that it fills. */
    public String bytes(long bytes) {
        return NumberText.bytes(bytes);
    }

    public String percent(double share) {
        return NumberText.percent(share);
    }

    /** The id of a failure as pages and the API write it. */
    public String failureId(UUID id) {
        return new FailureId(id).toString();
    }

    /** The organisation's time zone, in which every page shows its times. */
    public ZoneId getZone() {
        return wall().zone();
    }

    public WallTime wall() {
        WallTime known = wall;
        if (known == null) {
            known = new WallTime(ZoneId.of(organisations.mine().zone()));
            wall = known;
        }
        return known;
    }

    /** Marks stand out by colour where something needs attention; the word beside says the same. */
    public String severityStyle(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "ft-mark ft-mark-bad";
            case HIGH -> "ft-mark ft-mark-warn";
            case MEDIUM, LOW -> "ft-mark";
        };
    }

    public String statusStyle(FailureStatus status) {
        return switch (status) {
            case OPEN -> "ft-mark ft-mark-accent";
            case VERIFIED -> "ft-mark ft-mark-good";
            case RISK_ACCEPTED, RETIRED -> "ft-mark ft-mark-warn";
            case DISMISSED, MERGED -> "ft-mark";
        };
    }

    public String clockStyle(ClockState state) {
        return switch (state) {
            case RUNNING -> "ft-mark ft-mark-accent";
            case PAUSED, OVERDUE_STRICT -> "ft-mark ft-mark-warn";
            case BREACHED, MET_LATE -> "ft-mark ft-mark-bad";
            case MET -> "ft-mark ft-mark-good";
            case VOID -> "ft-mark";
        };
    }

    /** Words as the begin of a sentence. */
    public String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** A constant's name for people. */
    public String words(String constant) {
        return Option.words(constant);
    }
}
