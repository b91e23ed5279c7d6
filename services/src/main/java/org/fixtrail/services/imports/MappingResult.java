package org.fixtrail.services.imports;

import java.util.List;

/** The answer to reading a mapping. */
public sealed interface MappingResult {

    /** The mapping can be used. */
    record Parsed(ImportMapping mapping) implements MappingResult {}

    /**
     * The mapping cannot be used.
     *
     * @param problems what is wrong, each with its line and path; never empty, at most 50
     */
    record Refused(List<String> problems) implements MappingResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
