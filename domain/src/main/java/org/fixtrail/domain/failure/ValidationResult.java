package org.fixtrail.domain.failure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** One metric as measured on the affected and on the fixed version. */
public record ValidationResult(String metric, BigDecimal affected, BigDecimal fixed) {

    Map<String, Object> toDetails() {
        Map<String, Object> map = new TreeMap<>();
        map.put("metric", metric);
        map.put("affected", affected.toPlainString());
        map.put("fixed", fixed.toPlainString());
        return map;
    }

    /** For people: {@code recall 0.48 → 0.97}. */
    @Override
    public String toString() {
        return metric + " " + affected.toPlainString() + " → " + fixed.toPlainString();
    }
}
