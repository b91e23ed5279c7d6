package org.fixtrail.services.imports;

/** What an import file may be. */
public enum ImportFormat {
    /** Comma-separated values with a header, RFC 4180. */
    CSV,
    /** One JSON object on each line. */
    JSONL
}
