package org.fixtrail.domain.failure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fix must reach to be accepted, fixed before anything is measured.
 *
 * @param metric name of the measured value, as the results name it
 */
public record Threshold(String metric, Comparison comparison, BigDecimal value) {

    /** Which side of the value is good. */
    public enum Comparison {
        AT_LEAST,
        AT_MOST
    }

    public boolean metBy(BigDecimal measured) {
        int order = measured.compareTo(value);
        return comparison == Comparison.AT_LEAST ? order >= 0 : order <= 0;
    }

    /** For people: {@code recall at least 0.95}. */
    @Override
    public String toString() {
        return metric + (comparison == Comparison.AT_LEAST ? " at least " : " at most ") + value.toPlainString();
    }

    Map<String, Object> toDetails() {
        Map<String, Object> map = new TreeMap<>();
        map.put("metric", metric);
        map.put("comparison", comparison.name());
        map.put("value", value.toPlainString());
        return map;
    }
}
