package org.fixtrail.domain.counting;

/**
 * How long a period is.
 *
 * @param amount from 1 to {@link LengthUnit#most}
 */
public record Length(int amount, LengthUnit unit) {
    /** @throws IllegalArgumentException if the amount is out of bounds */
    public Length {
        if (amount < 1 || amount > unit.most()) {
            throw new IllegalArgumentException("must be from 1 to " + unit.words(unit.most()) + ": " + amount);
        }
    }

    public static Length hours(int amount) {
        return new Length(amount, LengthUnit.HOURS);
    }

    public static Length days(int amount) {
        return new Length(amount, LengthUnit.DAYS);
    }

    public static Length workingDays(int amount) {
        return new Length(amount, LengthUnit.WORKING_DAYS);
    }

    public static Length weeks(int amount) {
        return new Length(amount, LengthUnit.WEEKS);
    }

    public static Length months(int amount) {
        return new Length(amount, LengthUnit.MONTHS);
    }

    /** For example "15 working days". */
    public String words() {
        return unit.words(amount);
    }
}
