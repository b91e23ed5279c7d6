package org.fixtrail.domain.clock;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fixtrail.domain.ledger.Moments;

/**
 * A moment at which a clock warns.
 *
 * @param code {@code 80%} of the period, or {@code 24h} before its strict end
 */
public record WarningPoint(String code, Instant at) {
    private static final String BETWEEN = " ";

    public WarningPoint {
        at = Moments.toMicros(at);
    }

    /** For example "80 % of the time is over" or "24 hours before the end". */
    public String words() {
        String amount = code.substring(0, code.length() - 1);
        if (code.endsWith("%")) {
            return amount + " % of the time is over";
        }
        return amount + (amount.equals("1") ? " hour" : " hours") + " before the end";
    }

    /** The one text form of several, for the record: {@code 80%@2026-03-05T16:00:00.000000Z}, parted by blanks. */
    static String text(List<WarningPoint> points) {
        return points.stream()
                .map(point -> point.code + "@" + Moments.text(point.at))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Reads what {@link #text} wrote. */
    static List<WarningPoint> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(BETWEEN, -1)).map(WarningPoint::one).toList();
    }

    private static WarningPoint one(String text) {
        int mark = text.indexOf('@');
        return new WarningPoint(text.substring(0, mark), Instant.parse(text.substring(mark + 1)));
    }
}
