package org.fixtrail.services.imports;

import java.util.List;

/** What an import file may be. */
public enum ImportFormat {
    /** Comma-separated values with a header, RFC 4180. */
    CSV("csv", "tsv", "txt"),
    /** One JSON object on each line. */
    JSONL("jsonl", "ndjson", "json");

    private final List<String> endings;

    ImportFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** How names of such files end, without the dot. */
    List<String> endings() {
        return endings;
    }
}
