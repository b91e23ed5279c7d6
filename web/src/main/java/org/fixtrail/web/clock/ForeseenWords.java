package org.fixtrail.web.clock;

import org.fixtrail.domain.clock.Foreseen;

/** What a change would do to open clocks, as pages say it before they save. */
final class ForeseenWords {
    private ForeseenWords() {}

    static String of(Foreseen foreseen) {
        int moving = foreseen.moving();
        int over = foreseen.over();
        return (moving == 1 ? "1 open clock gets another deadline" : moving + " open clocks get another deadline")
                + (over == 0
                        ? ""
                        : over == moving
                                ? ", which has passed already"
                                : ", and for " + over + " it has passed already")
                + ". What was met or missed before keeps its own.";
    }
}
