package org.fixtrail.domain.comment;

/** What a comment is about. */
public enum CommentSubject {
    FAILURE,
    CLOCK,
    /** A report that went out. */
    REPORT
}
