package org.fixtrail.reports.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.fixtrail.services.pack.LagCurve;

/**
 * Draws a survival curve with its limits as lines, not pixels: a dark step line in a light band, which stays readable
 * on a grey print.
 */
final class CurveChart extends AbstractRenderer implements Graphics2DRenderable {
    private static final long serialVersionUID = 1L;
    private static final Color INK = new Color(0x1F, 0x2A, 0x37);
    private static final Color MUTED = new Color(0x5B, 0x65, 0x70);
    private static final Color GRID = new Color(0xE1, 0xE5, 0xEA);
    private static final Color BAND = new Color(0xD3, 0xDA, 0xE3);
    private static final float LABEL_SIZE = 7;
    private static final double LEFT = 34;
    private static final double BOTTOM = 26;
    private static final double TOP = 8;
    private static final double RIGHT = 14;
    private static final Stroke FINE = new BasicStroke(0.5f);
    private static final Stroke STRONG = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final Stroke DASHED =
            new BasicStroke(0.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 2}, 0);

    private final long[] seconds;
    private final double[] survival;
    private final double[] lower;
    private final double[] upper;
    private final long observed;
    private final CurveScale scale;

    CurveChart(LagCurve curve, CurveScale scale) {
        this.seconds =
                curve.points().stream().mapToLong(LagCurve.Point::seconds).toArray();
        this.survival = values(curve, LagCurve.Point::survival);
        this.lower = values(curve, LagCurve.Point::lower);
        this.upper = values(curve, LagCurve.Point::upper);
        this.observed = curve.observedSeconds();
        this.scale = scale;
    }

    private static double[] values(LagCurve curve, ToDoubleFunction<LagCurve.Point> value) {
        return curve.points().stream().mapToDouble(value).toArray();
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D box) {
        Plot plot = new Plot(new Rectangle2D.Double(
                box.getX() + LEFT, box.getY() + TOP, box.getWidth() - LEFT - RIGHT, box.getHeight() - TOP - BOTTOM));
        graphics.setFont(FontUtil.getInstance(context)
                .getAwtFontFromBundles(PageFonts.FAMILY, Font.PLAIN, LABEL_SIZE, Locale.ROOT, true));
        drawGrid(graphics, plot);
        Shape clip = graphics.getClip();
        graphics.clip(plot.area);
        graphics.setColor(BAND);
        graphics.fill(band(plot));
        graphics.setColor(INK);
        graphics.setStroke(STRONG);
        graphics.draw(steps(plot, survival));
        graphics.setClip(clip);
        drawMedian(graphics, plot);
    }

    private void drawGrid(Graphics2D graphics, Plot plot) {
        graphics.setStroke(FINE);
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = plot.y(percent / 100.0);
            graphics.setColor(percent == 0 ? MUTED : GRID);
            graphics.draw(new Line2D.Double(plot.area.getMinX(), y, plot.area.getMaxX(), y));
            drawRight(graphics, percent + " %", plot.area.getMinX() - 5, y + 2.5);
        }
        for (long mark : scale.marks()) {
            double x = plot.x(mark);
            graphics.setColor(mark == 0 ? MUTED : GRID);
            graphics.draw(new Line2D.Double(x, plot.area.getMinY(), x, plot.area.getMaxY()));
            drawCentred(graphics, scale.label(mark), x, plot.area.getMaxY() + 10);
        }
        drawCentred(graphics, "time since detection", plot.area.getCenterX(), plot.area.getMaxY() + 22);
    }

    /** Where the curve first falls to one half, if it does on this axis. */
    private void drawMedian(Graphics2D graphics, Plot plot) {
        for (int i = 0; i < seconds.length; i++) {
            if (survival[i] <= 0.5 && seconds[i] <= scale.endSeconds()) {
                double x = plot.x(seconds[i]);
                graphics.setColor(MUTED);
                graphics.setStroke(DASHED);
                graphics.draw(new Line2D.Double(plot.area.getMinX(), plot.y(0.5), x, plot.y(0.5)));
                graphics.draw(new Line2D.Double(x, plot.y(0.5), x, plot.area.getMaxY()));
                return;
            }
        }
    }

    private Path2D steps(Plot plot, double[] values) {
        Path2D path = new Path2D.Double();
        path.moveTo(plot.x(0), plot.y(1));
        forward(path, plot, values);
        return path;
    }

    private void forward(Path2D path, Plot plot, double[] values) {
        double before = 1;
        for (int i = 0; i < seconds.length; i++) {
            path.lineTo(plot.x(seconds[i]), plot.y(before));
            path.lineTo(plot.x(seconds[i]), plot.y(values[i]));
            before = values[i];
        }
        path.lineTo(plot.x(observed), plot.y(before));
    }

    private Path2D band(Plot plot) {
        Path2D path = steps(plot, upper);
        for (int i = seconds.length - 1; i >= 0; i--) {
            path.lineTo(plot.x(i == seconds.length - 1 ? observed : seconds[i + 1]), plot.y(lower[i]));
            path.lineTo(plot.x(seconds[i]), plot.y(lower[i]));
        }
        if (seconds.length > 0) {
            path.lineTo(plot.x(seconds[0]), plot.y(1));
        }
        path.closePath();
        return path;
    }

    private static void drawRight(Graphics2D graphics, String text, double x, double y) {
        graphics.setColor(MUTED);
        graphics.drawString(text, (float) (x - graphics.getFontMetrics().stringWidth(text)), (float) y);
    }

    private static void drawCentred(Graphics2D graphics, String text, double x, double y) {
        graphics.setColor(MUTED);
        graphics.drawString(text, (float) (x - graphics.getFontMetrics().stringWidth(text) / 2.0), (float) y);
    }

    /** From time and share to points on the page. */
    private final class Plot {
        private final Rectangle2D area;

        Plot(Rectangle2D area) {
            this.area = area;
        }

        double x(long at) {
            return area.getMinX() + area.getWidth() * at / scale.endSeconds();
        }

        double y(double share) {
            return area.getMaxY() - area.getHeight() * share;
        }
    }
}
