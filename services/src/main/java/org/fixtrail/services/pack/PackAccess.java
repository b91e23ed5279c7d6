package org.fixtrail.services.pack;

import java.util.List;
import org.fixtrail.services.accessreview.ReviewAccess;

/**
 * Who held which rights when the pack was issued, and how often somebody looked (ISO/IEC 42001, 5.3 and A.3.2).
 *
 * @param reviews those that were signed off, the latest first
 */
public record PackAccess(List<PackRight> rights, List<ReviewAccess.SignedOff> reviews) {
    public PackAccess {
        rights = List.copyOf(rights);
        reviews = List.copyOf(reviews);
    }
}
