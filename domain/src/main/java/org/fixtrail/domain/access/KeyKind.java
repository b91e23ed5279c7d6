package org.fixtrail.domain.access;

/** Whose key it is. */
public enum KeyKind {
    /** A person's own token: the person's rights, narrowed by scopes. */
    PERSONAL,
    /** A deployed AI system or a collector beside it. */
    MACHINE,
    /** A build pipeline: records stages 5, 6, 7 and 9. */
    PIPELINE
}
