package org.fixtrail.domain.obligation;

/** An act that may need a second person, who says so in a {@link Countersignature}. */
public interface Proposal {
    /** Whether it holds only once somebody else has confirmed it. */
    boolean needsSecondPerson();
}
