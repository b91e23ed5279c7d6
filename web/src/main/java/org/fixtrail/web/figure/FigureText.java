package org.fixtrail.web.figure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import org.fixtrail.domain.figure.FigureCell;
import org.fixtrail.domain.lag.DurationText;
import org.fixtrail.web.page.NumberText;
import org.jspecify.annotations.Nullable;

/** How pages write figures. */
@Named
@ApplicationScoped
public class FigureText {
    private static final String NOT_REACHED = "not reached";

    public String words(FigureCell cell) {
        return switch (cell.kind()) {
            case COUNT -> NumberText.exact(number(cell.value()));
            case SHARE -> NumberText.percent((double) number(cell.value()) / number(cell.of()));
            case LENGTH, ESTIMATE -> length(cell.value());
            case NOT_REACHED -> NOT_REACHED;
            case NO_DATA -> "no data";
            case NOT_APPLICABLE -> "\u2013";
        };
    }

    /** What a share is of, and the limits of an estimate; else empty. */
    public String beside(FigureCell cell) {
        return switch (cell.kind()) {
            case SHARE -> NumberText.exact(number(cell.value())) + " of " + NumberText.exact(number(cell.of()));
            case ESTIMATE, NOT_REACHED -> limits(cell);
            case COUNT, LENGTH, NO_DATA, NOT_APPLICABLE -> "";
        };
    }

    /** Zero is written softly, so that what there is stands out. */
    public String style(FigureCell cell) {
        boolean faint = switch (cell.kind()) {
            case COUNT -> number(cell.value()) == 0;
            case NO_DATA, NOT_APPLICABLE -> true;
            case SHARE, LENGTH, ESTIMATE, NOT_REACHED -> false;
        };
        return faint ? "ft-number ft-soft" : "ft-number";
    }

    private static String limits(FigureCell cell) {
        return cell.lower() == null && cell.upper() == null
                ? "limits not reached"
                : length(cell.lower()) + " to " + length(cell.upper());
    }

    private static String length(@Nullable Long seconds) {
        return seconds == null ? NOT_REACHED : DurationText.of(Duration.ofSeconds(seconds));
    }

    private static long number(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
