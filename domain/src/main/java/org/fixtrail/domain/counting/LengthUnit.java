package org.fixtrail.domain.counting;

import java.util.Arrays;
import java.util.Optional;

/** What the length of a period is given in. */
public enum LengthUnit {
    HOURS("h", "hour", 87_600),
    /** Calendar days. */
    DAYS("d", "day", 3_660),
    /** All days but public holidays, Saturdays and Sundays. */
    WORKING_DAYS("wd", "working day", 2_600),
    WEEKS("wk", "week", 520),
    /** Calendar months. */
    MONTHS("mo", "month", 120);

    private final String code;
    private final String label;
    private final int most;

    LengthUnit(String code, String label, int most) {
        this.code = code;
        this.label = label;
        this.most = most;
    }

    /** The unit with this code, as rule packs and the API write it. */
    public static Optional<LengthUnit> of(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /** The largest amount that is counted, about ten years. */
    public int most() {
        return most;
    }

    String words(int amount) {
        return amount + " " + label + (amount == 1 ? "" : "s");
    }
}
