package org.fixtrail.services.pack;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a reader must know about a failure or a transition before trusting it. */
public enum PackMark {
    /** Came from another tool's history and skipped the guards. */
    IMPORTED("imported"),
    /** Its times are out of order. */
    CONTRADICTORY("contradictory"),
    /** Made up for a demonstration; nobody lived it. */
    INVENTED("invented"),
    /** Replaced by a later transition. */
    SUPERSEDED("superseded"),
    /** Taken back by a later transition. */
    RETRACTED("retracted");

    private final String label;

    PackMark(String label) {
        this.label = label;
    }

    /** An unchangeable copy with one order, so that the same pack always gives the same bytes. */
    static Set<PackMark> inOrder(Set<PackMark> marks) {
        EnumSet<PackMark> ordered = EnumSet.noneOf(PackMark.class);
        ordered.addAll(marks);
        return Collections.unmodifiableSet(ordered);
    }

    public String label() {
        return label;
    }
}
