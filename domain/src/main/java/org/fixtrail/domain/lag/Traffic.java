package org.fixtrail.domain.lag;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of the interactions within a time. Reports that overlap there are not added up: whether they speak of
 * different channels or count the same interactions twice cannot be told, so the two are named and no sum is given.
 * Whoever knows that they are different adds them up before.
 */
public sealed interface Traffic {
    /** No report touches the time. */
    record Unknown() implements Traffic {}

    /**
     * The sum of the reports, each in proportion to how much of it lies within the time.
     *
     * @param interactions rounded half up
     * @param knownShare the share of the time that reports cover, above 0 and up to 1; below 1 the sum is a lower bound
     */
    record Estimated(long interactions, double knownShare) implements Traffic {
        /** Whether part of the time is covered by no report. */
        public boolean isPartial() {
            return knownShare < 1;
        }
    }

    /** Two reports overlap within the time. */
    record Overlapping(TrafficReport first, TrafficReport second) implements Traffic {
        public Overlapping {
            requireNonNull(first, "first");
            requireNonNull(second, "second");
        }
    }

    /** Sums up the reports within {@code from} (included) to {@code to} (excluded). */
    static Traffic within(Instant from, Instant to, List<TrafficReport> reports) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
        if (from.equals(to)) {
            return new Estimated(0, 1);
        }
        List<TrafficReport> touching = reports.stream()
                .filter(report -> report.from().isBefore(to) && report.to().isAfter(from))
                .sorted(Comparator.comparing(TrafficReport::from).thenComparing(TrafficReport::to))
                .toList();
        for (int i = 1; i < touching.size(); i++) {
            if (later(touching.get(i).from(), from).isBefore(touching.get(i - 1).to())) {
                return new Overlapping(touching.get(i - 1), touching.get(i));
            }
        }
        return touching.isEmpty() ? new Unknown() : sum(from, to, touching);
    }

    private static Estimated sum(Instant from, Instant to, List<TrafficReport> disjoint) {
        BigDecimal interactions = BigDecimal.ZERO;
        Duration known = Duration.ZERO;
        for (TrafficReport report : disjoint) {
            Duration overlap = Duration.between(later(from, report.from()), earlier(to, report.to()));
            known = known.plus(overlap);
            interactions = interactions.add(BigDecimal.valueOf(report.interactions())
                    .multiply(nanos(overlap))
                    .divide(nanos(Duration.between(report.from(), report.to())), MathContext.DECIMAL128));
        }
        BigDecimal share = nanos(known).divide(nanos(Duration.between(from, to)), MathContext.DECIMAL128);
        return new Estimated(interactions.setScale(0, RoundingMode.HALF_UP).longValueExact(), share.doubleValue());
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds(), -9).add(BigDecimal.valueOf(duration.getNano()));
    }

    private static Instant later(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }

    private static Instant earlier(Instant first, Instant second) {
        return first.isBefore(second) ? first : second;
    }
}
