package org.fixtrail.domain.document;

/** To what a document is attached. */
public enum DocumentSubject {
    /** A report that went out: what was handed in, or what came back. */
    REPORT,
    COMMENT
}
