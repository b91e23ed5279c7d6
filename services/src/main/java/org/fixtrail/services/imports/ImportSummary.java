package org.fixtrail.services.imports;

import java.util.List;

/**
 * How a file was read.
 *
 * @param rows accepted, rejected and repeated together
 * @param contradictory of the accepted, those with times out of order
 * @param complete whether the whole file was read; if not, the last row says why
 * @param neverFound places that were looked at and had no value in any row: perhaps misspelt in the mapping
 */
public record ImportSummary(
        long rows,
        long accepted,
        long rejected,
        long repeated,
        long contradictory,
        boolean complete,
        List<String> neverFound) {
    public ImportSummary {
        neverFound = List.copyOf(neverFound);
    }
}
