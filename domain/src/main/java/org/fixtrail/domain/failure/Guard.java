package org.fixtrail.domain.failure;

import java.util.Optional;

/** One named rule that a move must pass. */
record Guard(String name, Check check) {

    /** Answers what is wrong, or empty. */
    interface Check {
        Optional<String> objection(MoveRequest request, Timeline timeline, FailureContext context);
    }
}
