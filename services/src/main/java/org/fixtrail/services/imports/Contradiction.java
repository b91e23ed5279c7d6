package org.fixtrail.services.imports;

import java.time.Instant;

/**
 * Two times of one row that cannot both be right; the row is kept and marked.
 *
 * @param first what should have come first: a stage with its column, or a checked column
 * @param second what should not have come before {@code first}, but did
 * @param words the same as a sentence for people
 */
public record Contradiction(String first, Instant firstAt, String second, Instant secondAt, String words) {}
