package org.fixtrail.services.pack;

import java.util.List;
import org.fixtrail.domain.lag.KaplanMeier;
import org.fixtrail.domain.lag.LagFigure;

/** Kaplan-Meier curves as a pack draws them. */
final class PackCurves {
    private PackCurves() {}

    static LagCurve curve(String label, LagFigure figure) {
        List<KaplanMeier.Step> steps = figure.curve().steps();
        List<LagCurve.Point> points = steps.stream()
                .filter(step -> step.events() > 0)
                .map(PackCurves::point)
                .toList();
        long observed = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).time().toSeconds();
        return new LagCurve(label, figure.counts().population(), figure.counts().censored(), points, observed);
    }

    /** Where the estimate has no limits (at 1 and at 0), the estimate stands for them. */
    private static LagCurve.Point point(KaplanMeier.Step step) {
        double lower =
                step.limits(KaplanMeier.Z_95).map(KaplanMeier.Limits::lower).orElse(step.survival());
        double upper =
                step.limits(KaplanMeier.Z_95).map(KaplanMeier.Limits::upper).orElse(step.survival());
        return new LagCurve.Point(step.time().toSeconds(), step.survival(), lower, upper);
    }
}
