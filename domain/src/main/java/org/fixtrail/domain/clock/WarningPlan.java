package org.fixtrail.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When the clocks of an organisation warn. There is at least one share, which always lies within the period; an absolute time
 * that would lie before the begin of a short period is none of that clock's.
 *
 * @param shares of the period, in percent, without doubles and in order
 * @param hoursBefore the strict end, without doubles, the longest first
 */
public record WarningPlan(List<Integer> shares, List<Integer> hoursBefore) {
    public static final WarningPlan DEFAULT = new WarningPlan(List.of(80), List.of());

    /** As many shares, and as many times. */
    public static final int MOST = 5;

    public static final int LAST_SHARE = 99;
    /** 90 days. */
    public static final int MOST_HOURS = 2_160;

    /** @throws IllegalArgumentException without a share, with too many, or out of bounds */
    public WarningPlan {
        shares = List.copyOf(new TreeSet<>(shares));
        hoursBefore = List.copyOf(new TreeSet<>(hoursBefore).descendingSet());
        if (shares.isEmpty() || shares.size() > MOST || hoursBefore.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " shares and at most " + MOST + " times");
        }
        if (shares.stream().anyMatch(share -> share < 1 || share > LAST_SHARE)
                || hoursBefore.stream().anyMatch(hours -> hours < 1 || hours > MOST_HOURS)) {
            throw new IllegalArgumentException("shares from 1 to " + LAST_SHARE + " %, hours from 1 to " + MOST_HOURS);
        }
    }

    /** For example "80 % of the time, 24 and 2 hours before the end". */
    public String words() {
        return shares.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " % of the time"
                + (hoursBefore.isEmpty()
                        ? ""
                        : "; " + hoursBefore.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + (hoursBefore.equals(List.of(1)) ? " hour" : " hours") + " before the end");
    }

    /** Of a period in elapsed time. */
    public List<WarningPoint> points(Instant startedAt, Instant strictAt) {
        Duration length = Duration.between(startedAt, strictAt);
        return points(startedAt, strictAt, share -> startedAt.plus(share(length, share)));
    }

    /**
     * @param atShare when so many percent of the period are over
     * @return in order; never empty
     */
    List<WarningPoint> points(Instant startedAt, Instant strictAt, IntFunction<Instant> atShare) {
        return Stream.concat(
                        shares.stream().map(share -> new WarningPoint(share + "%", atShare.apply(share))),
                        hoursBefore.stream()
                                .map(hours -> new WarningPoint(hours + "h", strictAt.minus(Duration.ofHours(hours))))
                                .filter(point -> point.at().isAfter(startedAt)))
                .sorted(Comparator.comparing(WarningPoint::at))
                .toList();
    }

    static Duration share(Duration length, int percent) {
        return length.multipliedBy(percent).dividedBy(100);
    }
}
