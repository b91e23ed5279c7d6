package org.fixtrail.services.imports;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/** The times of one row: of its stages, and those that are only checked. */
final class RowTimes {
    private final ImportMapping mapping;
    private final PresentValues values;
    private final Instant now;
    private final Consumer<String> refuse;
    private boolean readable = true;

    /** @param refuse is told why the row cannot be imported */
    RowTimes(ImportMapping mapping, PresentValues values, Instant now, Consumer<String> refuse) {
        this.mapping = mapping;
        this.values = values;
        this.now = now;
        this.refuse = refuse;
    }

    /** Refuses the row if no stage begins it. */
    Map<Stage, StageTime> stages() {
        Map<Stage, StageTime> times = new EnumMap<>(Stage.class);
        mapping.stages().forEach((stage, places) -> {
            StageTime time = time(stage.name(), places);
            if (time != null) {
                times.put(stage, time);
            }
        });
        if (readable && List.of(Stage.EMERGED, Stage.DETECTED).stream().noneMatch(times::containsKey)) {
            refuse.accept("there is no time of EMERGED or DETECTED");
        }
        return times;
    }

    /** The time in the first place that has a value; null if none has one or the value is refused. */
    private @Nullable StageTime time(String name, List<Place> places) {
        for (Place place : places) {
            String text = values.first(List.of(place));
            if (text != null) {
                return time(name + " (" + place.name() + ")", text);
            }
        }
        return null;
    }

    private @Nullable StageTime time(String name, String text) {
        TimeRule.Answer answer = mapping.times().read(text, now);
        if (answer instanceof TimeRule.Answer.At at) {
            return new StageTime(
                    name, at.instant(), at.dateOnly(), mapping.times().zone());
        }
        if (answer instanceof TimeRule.Answer.Unreadable unreadable) {
            readable = false;
            refuse.accept(name + ": the time " + Text.quoted(text) + " " + unreadable.reason());
        }
        return null;
    }

    /** Refuses the row if a checked time cannot be read. */
    List<Contradiction> contradictions(Map<Stage, StageTime> times) {
        TimeOrder order = new TimeOrder();
        order.stages(times);
        for (OrderCheck check : mapping.checks()) {
            StageTime checked = time("check", check.column());
            if (checked != null) {
                order.check(check, checked, times);
            }
        }
        return order.found();
    }

    static Map<Stage, Instant> instants(Map<Stage, StageTime> times) {
        Map<Stage, Instant> instants = new EnumMap<>(Stage.class);
        times.forEach((stage, time) -> instants.put(stage, time.at()));
        return instants;
    }

    static Set<Stage> dateOnly(Map<Stage, StageTime> times) {
        Set<Stage> dateOnly = EnumSet.noneOf(Stage.class);
        times.forEach((stage, time) -> {
            if (time.dateOnly()) {
                dateOnly.add(stage);
            }
        });
        return dateOnly;
    }
}
