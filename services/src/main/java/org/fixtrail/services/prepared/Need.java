package org.fixtrail.services.prepared;

import org.fixtrail.domain.obligation.Coded;

/** Which report must hold a field, as far as the source of its template says so. */
public enum Need implements Coded {
    INITIAL("initial", "needed in the initial report"),
    FINAL("final", "needed in the final report only"),
    UNSAID("unsaid", "the source does not say in which report it is needed");

    private final String code;
    private final String label;

    Need(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
