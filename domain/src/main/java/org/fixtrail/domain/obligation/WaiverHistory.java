package org.fixtrail.domain.obligation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the call stands that one rule or one clock is not applicable.
 *
 * @param waivers all about it, in the order of the ledger
 * @param signatures what second persons said, by the waiver; of others, too
 */
public record WaiverHistory(List<Waiver> waivers, Map<UUID, Countersignature> signatures) {
    public WaiverHistory {
        waivers = List.copyOf(waivers);
        signatures = Map.copyOf(signatures);
    }

    /** Whether two people called it not applicable, and nobody took that back since. */
    public boolean inForce() {
        boolean inForce = false;
        for (Waiver waiver : waivers) {
            Countersignature signature = signatures.get(waiver.id());
            if (waiver.lifted()) {
                inForce = false;
            } else if (signature != null && signature.confirmed()) {
                inForce = true;
            }
        }
        return inForce;
    }

    /** The proposal that waits for a second person. */
    public Optional<Waiver> waiting() {
        return last().filter(waiver -> !waiver.lifted() && !signatures.containsKey(waiver.id()));
    }

    /** What was called last, not applicable or applicable again. */
    public Optional<Waiver> last() {
        return waivers.isEmpty() ? Optional.empty() : Optional.of(waivers.get(waivers.size() - 1));
    }
}
