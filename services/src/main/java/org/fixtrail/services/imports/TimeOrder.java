package org.fixtrail.services.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.failure.Stage;

/** Finds the times of a row that are out of order. Equal times are in order. */
final class TimeOrder {
    private final List<Contradiction> found = new ArrayList<>();

    List<Contradiction> found() {
        return found;
    }

    /** Every pair of stages of the line, and what stands beside the line against the failure's beginning. */
    void stages(Map<Stage, StageTime> times) {
        List<Stage> line = Stage.line();
        times.forEach((stage, time) -> {
            List<Stage> before = stage.onLine() ? line.subList(0, stage.number() - 1) : line.subList(0, 2);
            for (Stage earlier : before) {
                StageTime first = times.get(earlier);
                if (first != null) {
                    inOrder(first, time);
                }
            }
        });
    }

    /** The checked time against the stages that the mapping names. */
    void check(OrderCheck check, StageTime checked, Map<Stage, StageTime> times) {
        times.forEach((stage, time) -> {
            if (check.notBefore().contains(stage)) {
                inOrder(time, checked);
            }
            if (check.notAfter().contains(stage)) {
                inOrder(checked, time);
            }
        });
    }

    private void inOrder(StageTime first, StageTime second) {
        if (first.isAfter(second)) {
            String words = "%s at %s lies %s before %s at %s"
                    .formatted(
                            second.name(),
                            second.at(),
                            words(Duration.between(second.at(), first.at())),
                            first.name(),
                            first.at());
            found.add(new Contradiction(first.name(), first.at(), second.name(), second.at(), words));
        }
    }

    private static String words(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return "less than a minute";
        }
        StringBuilder words = new StringBuilder();
        add(words, duration.toDays(), "d");
        add(words, duration.toHoursPart(), "h");
        add(words, duration.toMinutesPart(), "min");
        return words.toString();
    }

    private static void add(StringBuilder words, long number, String unit) {
        if (number > 0) {
            words.append(words.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
        }
    }
}
