package org.fixtrail.domain.lag;

/** Which cycles of a failure a figure looks at. */
public enum Cycles {
    /** Each failure's first cycle: one observation a failure, independent of each other. The default. */
    FIRST,
    /** Every cycle, recurrences too: cycles of one failure belong together, so limits are clustered by failure. */
    ALL;

    boolean includes(FailureLine line) {
        return this == ALL || line.cycle() == 1;
    }
}
