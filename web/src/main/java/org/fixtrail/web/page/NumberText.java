package org.fixtrail.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: {@code 1,880,000,000} exactly, {@code 1.88 billion} at a glance. */
public final class NumberText {
    private static final long MILLION = 1_000_000;
    private static final long KIB = 1 << 10;
    private static final long BILLION = 1_000_000_000;

    private NumberText() {}

    /** All digits, in groups of three. */
    public static String exact(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** At most two decimals of a million or billion; smaller numbers exactly. */
    public static String rough(long number) {
        if (Math.abs(number) >= BILLION) {
            return scaled(number, BILLION) + " billion";
        }
        return Math.abs(number) >= MILLION ? scaled(number, MILLION) + " million" : exact(number);
    }

    /** A share from 0 to 1 as whole per cent; what is not nothing is never shown as nothing, nor what is not all as all. */
    public static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "under 1 %";
        }
        return share < 1 && share >= 0.995 ? "over 99 %" : Math.round(share * 100) + " %";
    }

    /** In bytes, KiB or MiB; the last two with one decimal. */
    public static String bytes(long bytes) {
        if (bytes < KIB) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        return bytes < KIB * KIB
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / (double) KIB)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (KIB * KIB));
    }

    private static String scaled(long number, long unit) {
        return BigDecimal.valueOf(number)
                .divide(BigDecimal.valueOf(unit), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
