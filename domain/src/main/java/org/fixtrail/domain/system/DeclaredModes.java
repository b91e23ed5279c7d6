package org.fixtrail.domain.system;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.fixtrail.domain.failure.LearningMode;

/** Learning modes as one text, in their order and each once: {@code OBSERVATION,RETRIEVAL}; empty for none declared. */
final class DeclaredModes {
    private DeclaredModes() {}

    static String text(Collection<LearningMode> modes) {
        return modes.stream().sorted().distinct().map(LearningMode::name).collect(joining(","));
    }

    static List<LearningMode> of(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(LearningMode::valueOf).toList();
    }
}
