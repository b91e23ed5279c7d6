package org.fixtrail.services.signal;

import java.util.List;

/**
 * What became of signals.
 *
 * @param stored how many were stored now
 * @param known how many had been stored before, under the same source and id
 * @param opened ids of the failures that they opened
 * @param recurred ids of the failures that they reopened
 */
public record StoredSignals(int stored, int known, List<String> opened, List<String> recurred) {
    public StoredSignals {
        opened = List.copyOf(opened);
        recurred = List.copyOf(recurred);
    }
}
