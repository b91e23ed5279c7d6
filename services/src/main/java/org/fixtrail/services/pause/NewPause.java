package org.fixtrail.services.pause;

import java.util.ArrayList;
import java.util.List;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.domain.failure.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * A pause that somebody wants to begin, now.
 *
 * @param party for whom the organisation waits, by name
 * @param note what was asked of them, and how
 */
public record NewPause(@Nullable PauseReason reason, String party, String note) {
    private static final int LONGEST_NAME = 200;
    static final int LONGEST_NOTE = 5_000;

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (reason == null) {
            problems.add(new FieldProblem("reason", "must be chosen"));
        }
        if (party.isBlank() || party.length() > LONGEST_NAME || party.indexOf('\0') >= 0) {
            problems.add(new FieldProblem("party", "name who has to act, in 1 to 200 characters"));
        }
        if (!isNote(note)) {
            problems.add(new FieldProblem("note", "say what you wait for, in 1 to 5,000 characters"));
        }
        return problems;
    }

    static boolean isNote(String note) {
        return !note.isBlank() && note.length() <= LONGEST_NOTE && note.indexOf('\0') < 0;
    }
}
