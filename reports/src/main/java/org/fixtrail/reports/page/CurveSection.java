package org.fixtrail.reports.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.renderers.Renderable;
import org.fixtrail.services.pack.LagCurve;
import org.fixtrail.services.pack.PackContent;

/** The adaptation lag's curve of each AI system. */
final class CurveSection {
    private CurveSection() {}

    static Section of(PackContent content, Wording wording) {
        List<LagCurve> curves = content.lag().curves();
        return new Section(
                "curves",
                "Curves",
                "3  Adaptation lag curves",
                Map.of(),
                () -> curves.stream().map(curve -> line(curve, wording)));
    }

    /** A curve as the template prints it. */
    record Line(String label, String caption, Renderable chart) {}

    private static Line line(LagCurve curve, Wording wording) {
        CurveScale scale = CurveScale.of(curve);
        return new Line(wording.clean(curve.label()), caption(curve, scale), new CurveChart(curve, scale));
    }

    private static String caption(LagCurve curve, CurveScale scale) {
        if (curve.population() == 0) {
            return "No data.";
        }
        String counts = "%s failures, %s of them censored."
                .formatted(Wording.number(curve.population()), Wording.number(curve.censored()));
        return scale.cut()
                ? "%s The axis ends where a twentieth is left; the longest case was followed for %s."
                        .formatted(counts, DurationText.of(Duration.ofSeconds(curve.observedSeconds())))
                : counts;
    }
}
