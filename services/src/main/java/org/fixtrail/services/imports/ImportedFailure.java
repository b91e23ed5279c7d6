package org.fixtrail.services.imports;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.LearningMode;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One row of an import, read and checked. Texts are plain text and may look like markup or formulas.
 *
 * @param key names the row within the mapping's source; at most 200 characters
 * @param system the AI system's name; at most 200 characters
 * @param title one line of at most 500 characters
 * @param description at most 20,000 characters
 * @param version name of the affected version; at most 100 characters
 * @param detectionSource who or what noticed; at most 200 characters
 * @param referenceUrl an http or https address; at most 2,000 characters
 * @param times when each stage was reached, to the microsecond; has EMERGED or DETECTED or both
 * @param dateOnly the stages of which the row gave the day alone; the mapping's time of day stands in
 * @param details named texts by stage; may name a stage without a time, where the row has the text alone
 * @param contradictions times that are out of order; mostly empty
 */
public record ImportedFailure(
        String key,
        String system,
        String title,
        @Nullable String description,
        Severity severity,
        MistakeCategory category,
        FailureKind kind,
        @Nullable LearningMode learningMode,
        @Nullable String version,
        @Nullable String detectionSource,
        @Nullable String referenceUrl,
        Map<Stage, Instant> times,
        Set<Stage> dateOnly,
        Map<Stage, Map<String, String>> details,
        List<Contradiction> contradictions) {

    public ImportedFailure {
        Map<Stage, Instant> sorted = new EnumMap<>(Stage.class);
        sorted.putAll(times);
        times = Collections.unmodifiableMap(sorted);
        dateOnly = Set.copyOf(dateOnly);
        Map<Stage, Map<String, String>> copy = new EnumMap<>(Stage.class);
        details.forEach((stage, texts) -> copy.put(stage, Collections.unmodifiableMap(new LinkedHashMap<>(texts))));
        details = Collections.unmodifiableMap(copy);
        contradictions = List.copyOf(contradictions);
    }
}
