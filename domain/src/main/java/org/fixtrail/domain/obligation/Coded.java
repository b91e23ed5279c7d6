package org.fixtrail.domain.obligation;

import java.util.Arrays;
import java.util.Optional;

/** A constant with the word that rule packs write for it. */
public interface Coded {
    String code();

    /** What it is, in words. */
    String label();

    /** The constant with this code. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }
}
