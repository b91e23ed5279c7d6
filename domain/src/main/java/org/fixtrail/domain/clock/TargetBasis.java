package org.fixtrail.domain.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock of a target ends when it ends, kept with the clock as {@link ClockBasis} is for a rule.
 *
 * @param workingTime the revision of the organisation's working time in which it counts; null for elapsed time
 * @param steps from the start on, in words; never empty
 */
public record TargetBasis(@Nullable UUID workingTime, List<String> steps) {
    private static final String STEPS = "targetSteps";
    private static final String WORKING_TIME = "workingTime";

    public TargetBasis {
        steps = List.copyOf(steps);
    }

    /** The one text form, for the record. */
    String text() {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put(STEPS, steps);
        members.put(WORKING_TIME, workingTime == null ? null : workingTime.toString());
        return CanonicalJson.write(members);
    }

    /** Reads what {@link #text} wrote; empty for the basis of a rule. */
    static Optional<TargetBasis> parse(String text) {
        if (!is(text)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> members = JsonText.readObject(text);
        List<String> steps = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(members.get(STEPS))).forEach(step -> steps.add(String.valueOf(step)));
        Object row = members.get(WORKING_TIME);
        return Optional.of(new TargetBasis(row == null ? null : UUID.fromString(row.toString()), steps));
    }

    /** Whether a basis is one of a target: its steps are the first member of the canonical form. */
    static boolean is(String text) {
        return text.startsWith("{\"" + STEPS + "\"");
    }
}
