package org.fixtrail.domain.counting;

/** One provision that sets or moves the end of a period. */
public enum CountingRule {
    /** No provision: time as it passes. A day is 24 hours, a week seven of them; a month ends on the same date and time. */
    ELAPSED("Elapsed time", "", ""),
    /** The hour or day of the event is not counted. */
    EU1182_ART_3_1(Acts.EU1182, "Article 3(1)", Acts.EU1182_ADDRESS),
    /** Hours: to the end of the last hour. */
    EU1182_ART_3_2_A(Acts.EU1182, "Article 3(2)(a)", Acts.EU1182_ADDRESS),
    /** Days: to the end of the last hour of the last day. */
    EU1182_ART_3_2_B(Acts.EU1182, "Article 3(2)(b)", Acts.EU1182_ADDRESS),
    /** Weeks and months: to the end of the same weekday or date, or of the month's last day. */
    EU1182_ART_3_2_C(Acts.EU1182, "Article 3(2)(c)", Acts.EU1182_ADDRESS),
    /** Free days count, unless the period is in working days. */
    EU1182_ART_3_3(Acts.EU1182, "Article 3(3)", Acts.EU1182_ADDRESS),
    /** A last day that is free: to the end of the next working day. */
    EU1182_ART_3_4(Acts.EU1182, "Article 3(4)", Acts.EU1182_ADDRESS),
    /** Two days or more hold at least two working days. */
    EU1182_ART_3_5(Acts.EU1182, "Article 3(5)", Acts.EU1182_ADDRESS),
    /** A limit on a free day: to noon of the next working day. */
    DORA_RTS_ART_5_4(
            "Delegated Regulation (EU) 2025/301", "Article 5(4)", "https://eur-lex.europa.eu/eli/reg_del/2025/301/oj");

    private final String act;
    private final String article;
    private final String address;

    CountingRule(String act, String article, String address) {
        this.act = act;
        this.article = article;
        this.address = address;
    }

    /** The name of the legal act. */
    public String act() {
        return act;
    }

    /** Empty for {@link #ELAPSED}. */
    public String article() {
        return article;
    }

    /** Where the act can be read; empty for {@link #ELAPSED}. */
    public String address() {
        return address;
    }

    /** Constants of an enum cannot name constants of their own class. */
    private static final class Acts {
        static final String EU1182 = "Regulation (EEC, Euratom) No 1182/71";
        static final String EU1182_ADDRESS = "https://eur-lex.europa.eu/eli/reg/1971/1182/oj";
    }
}
