package org.fixtrail.services.pack;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.failure.Stage;

/**
 * One step of a failure's trail.
 *
 * @param occurredAt when it really happened
 * @param recordedAt when the server learned of it
 * @param details root cause, remedy, results and the like, in the order in which they are printed
 * @param ledgerLeaf number of the ledger entry that covers it, from 0
 */
public record PackTransition(
        Stage stage,
        int cycle,
        Instant occurredAt,
        Instant recordedAt,
        PackPerson recordedBy,
        List<Detail> details,
        Set<PackMark> marks,
        long ledgerLeaf) {

    public PackTransition {
        details = List.copyOf(details);
        marks = PackMark.inOrder(marks);
    }

    /** One thing that was recorded with a transition. */
    public record Detail(String label, String value) {}
}
