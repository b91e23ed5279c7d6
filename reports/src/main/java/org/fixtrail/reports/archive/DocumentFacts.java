package org.fixtrail.reports.archive;

import java.time.Instant;

/**
 * What a PDF says about itself.
 *
 * @param createdAt written to the second
 */
public record DocumentFacts(String title, String author, String subject, Instant createdAt) {

    static final String PRODUCER = "Fixtrail";
    static final String LANGUAGE = "en-GB";
}
