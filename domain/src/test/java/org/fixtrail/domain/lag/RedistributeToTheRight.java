package org.fixtrail.domain.lag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Efron's (1967) other way to the product-limit estimate, as an independent reference: each observation weighs 1/n; each
 * censored one, from left to right, hands its weight in equal parts to all with a later time. An event keeps what it has.
 */
final class RedistributeToTheRight {
    /** One observation: a time, and a kind that is negative for censored. */
    record Point(int time, int kind) {
        boolean censored() {
            return kind < 0;
        }
    }

    private final List<Point> points;
    private final List<Fraction> weights = new ArrayList<>();

    RedistributeToTheRight(List<Point> points) {
        this.points = points;
        points.forEach(point -> weights.add(Fraction.of(1, points.size())));
        points.stream()
                .filter(Point::censored)
                .mapToInt(Point::time)
                .distinct()
                .sorted()
                .forEach(this::handOn);
    }

    private void handOn(int time) {
        long later = points.stream().filter(point -> point.time() > time).count();
        if (later == 0) {
            return;
        }
        Fraction gift = Fraction.ZERO;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).time() == time && points.get(i).censored()) {
                gift = gift.plus(weights.get(i));
                weights.set(i, Fraction.ZERO);
            }
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).time() > time) {
                weights.set(i, weights.get(i).plus(gift.over(later)));
            }
        }
    }

    /** The share that has ended by the time in one of the ways. */
    Fraction ended(int time, Predicate<Point> way) {
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).censored() && points.get(i).time() <= time && way.test(points.get(i))) {
                sum = sum.plus(weights.get(i));
            }
        }
        return sum;
    }

    Fraction survival(int time) {
        return Fraction.ONE.minus(ended(time, point -> true));
    }
}
