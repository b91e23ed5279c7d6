package org.fixtrail.domain.counting;

/** One of the three answers to when a period ends, from the most careful to the last that the law allows. */
public enum Reading {
    /** Plain elapsed time; warnings and the internal alarm go by it. */
    STRICT,
    /** Moved off a free day, and nothing else. */
    ROLLED,
    /** With every extension that the counting rule has; a breach goes by it alone. */
    LEGAL
}
