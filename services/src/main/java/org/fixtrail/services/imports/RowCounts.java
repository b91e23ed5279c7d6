package org.fixtrail.services.imports;

import java.util.List;

/** Counts what became of the rows of one file. */
final class RowCounts {
    private long accepted;
    private long rejected;
    private long repeated;
    private long contradictory;
    private boolean stopped;

    long rows() {
        return accepted + rejected + repeated;
    }

    void add(ImportRow row) {
        if (row instanceof ImportRow.Accepted kept) {
            accepted++;
            contradictory += kept.failure().contradictions().isEmpty() ? 0 : 1;
        } else if (row instanceof ImportRow.Rejected) {
            rejected++;
        } else if (row instanceof ImportRow.Repeated) {
            repeated++;
        } else {
            stopped = true;
        }
    }

    ImportSummary summary(boolean ended, List<String> neverFound) {
        return new ImportSummary(rows(), accepted, rejected, repeated, contradictory, ended && !stopped, neverFound);
    }
}
