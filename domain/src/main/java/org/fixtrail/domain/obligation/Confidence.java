package org.fixtrail.domain.obligation;

/** How surely the source of a rule was read. */
public enum Confidence implements Coded {
    PRIMARY("P", "read at the official place"),
    PRIMARY_COPY("Pc", "official text, read in a copy"),
    SECONDARY("S", "told by others"),
    UNVERIFIED("U", "not verified");

    private final String code;
    private final String label;

    Confidence(String code, String label) {
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
