package org.fixtrail.domain.lag;

/** How long a cohort is. */
public enum CohortLength {
    MONTH(1),
    QUARTER(3);

    private final int months;

    CohortLength(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }
}
