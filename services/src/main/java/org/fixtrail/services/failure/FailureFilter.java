package org.fixtrail.services.failure;

import java.util.UUID;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are wanted; what is null does not filter.
 *
 * @param text part of the title, in any case
 * @param contradictory true for those with times that contradict each other
 */
public record FailureFilter(
        @Nullable UUID systemId,
        @Nullable Severity severity,
        @Nullable MistakeCategory category,
        @Nullable FailureStatus status,
        @Nullable Stage stage,
        @Nullable String text,
        @Nullable Boolean imported,
        @Nullable Boolean contradictory) {
    public static final FailureFilter NONE = new FailureFilter(null, null, null, null, null, null, null, null);
}
