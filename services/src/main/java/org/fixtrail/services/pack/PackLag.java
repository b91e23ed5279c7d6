package org.fixtrail.services.pack;

import java.util.List;
import org.fixtrail.domain.failure.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The lag figures of the scope, exactly as the API answers them.
 *
 * @param rows one per stage pair and group; rows of one stage pair stand together
 * @param curves the adaptation lag's estimate per AI system
 * @param bottleneck null where no failure of the scope left a stage
 */
public record PackLag(
        List<LagRow> rows, List<LagCurve> curves, @Nullable Bottleneck bottleneck) {

    public PackLag {
        rows = List.copyOf(rows);
        curves = List.copyOf(curves);
    }

    /**
     * The stage that takes the most dwell time.
     *
     * @param share its part of all dwell time, 0 to 1
     */
    public record Bottleneck(Stage stage, double share) {}
}
