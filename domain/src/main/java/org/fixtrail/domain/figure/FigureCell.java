package org.fixtrail.domain.figure;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fixtrail.domain.lag.LagFigure;
import org.fixtrail.domain.lag.Quantile;
import org.jspecify.annotations.Nullable;

/**
 * One figure. What there is no data for is said to be so, and is never zero.
 *
 * @param value the count, the part of a share, or whole seconds; null where there is none
 * @param of what a share is part of; null for all else
 * @param lower the lower 95 % limit of an estimate in whole seconds; null where it is not reached, or there is none
 * @param upper the upper one
 */
public record FigureCell(
        Kind kind,
        @Nullable Long value,
        @Nullable Long of,
        @Nullable Long lower,
        @Nullable Long upper) {

    /** What a figure is. */
    public enum Kind {
        /** How many. */
        COUNT,
        /** So many of so many. */
        SHARE,
        /** A length of time that was measured. */
        LENGTH,
        /** A length of time that was estimated, with its limits. */
        ESTIMATE,
        /** An estimate that the data do not reach: too many are still open. */
        NOT_REACHED,
        /** Nothing to count or to measure. */
        NO_DATA,
        /** The question has no sense here. */
        NOT_APPLICABLE
    }

    static FigureCell count(long count) {
        return new FigureCell(Kind.COUNT, count, null, null, null);
    }

    /** "No data" for a part of nothing. */
    static FigureCell share(long part, long of) {
        return of == 0 ? noData() : new FigureCell(Kind.SHARE, part, of, null, null);
    }

    static FigureCell length(Optional<Duration> length) {
        return length.map(known -> new FigureCell(Kind.LENGTH, known.toSeconds(), null, null, null))
                .orElseGet(FigureCell::noData);
    }

    static FigureCell quantile(LagFigure figure, Quantile quantile) {
        if (figure.noData()) {
            return noData();
        }
        Long estimate = seconds(quantile.estimate());
        return new FigureCell(
                estimate == null ? Kind.NOT_REACHED : Kind.ESTIMATE,
                estimate,
                null,
                seconds(quantile.lower()),
                seconds(quantile.upper()));
    }

    static FigureCell noData() {
        return new FigureCell(Kind.NO_DATA, null, null, null, null);
    }

    static FigureCell notApplicable() {
        return new FigureCell(Kind.NOT_APPLICABLE, null, null, null, null);
    }

    private static @Nullable Long seconds(Optional<Duration> length) {
        return length.map(Duration::toSeconds).orElse(null);
    }

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("kind", kind.name());
        put(members, "value", value);
        put(members, "of", of);
        put(members, "lower", lower);
        put(members, "upper", upper);
        return members;
    }

    private static void put(Map<String, @Nullable Object> members, String name, @Nullable Long number) {
        if (number != null) {
            members.put(name, number);
        }
    }

    static FigureCell of(Map<?, ?> members) {
        return new FigureCell(
                Kind.valueOf(Figures.member(members, "kind")),
                (Long) members.get("value"),
                (Long) members.get("of"),
                (Long) members.get("lower"),
                (Long) members.get("upper"));
    }
}
