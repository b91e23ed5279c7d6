package org.fixtrail.services.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.counting.Counting;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.StartEvent;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with answers that somebody gave. */
final class FactsCheck {
    private static final int LONGEST = 1_000;
    private static final Set<StartEvent> AFTER_AWARENESS =
            EnumSet.of(StartEvent.AWARE_REPORTABLE, StartEvent.AWARE_CAUSAL_LINK);

    private final Facts facts;
    private final Instant now;
    private final List<FieldProblem> problems = new ArrayList<>();

    private FactsCheck(Facts facts, Instant now) {
        this.facts = facts;
        this.now = now;
    }

    static List<FieldProblem> problems(Facts facts, Instant now) {
        FactsCheck check = new FactsCheck(facts, now);
        facts.answers().keySet().stream()
                .filter(fact -> fact.level() == Fact.Level.DERIVED)
                .forEach(fact -> check.wrong("answers." + fact.code(), "follows from other answers"));
        facts.jurisdictions().stream()
                .filter(place -> !place.isState())
                .forEach(place -> check.wrong("jurisdictions", place.code() + " is no state"));
        Jurisdiction home = facts.establishment();
        if (home != null && !home.isMemberState()) {
            check.wrong("establishment", "must be a member state of the Union or the EEA");
        }
        facts.moments().forEach(check::moment);
        check.order();
        return check.problems;
    }

    private void moment(StartEvent event, Moment moment) {
        String field = "moments." + event.code();
        if (!event.isAsked()) {
            wrong(field, "comes from the reports on record");
        }
        if (moment.at().isAfter(now.plus(Timeline.CLOCK_SKEW))) {
            wrong(field, "is in the future");
        }
        if (!Counting.counts(moment.at())) {
            wrong(field, "must be in the years " + Counting.FIRST_YEAR + " to " + Counting.LAST_YEAR);
        }
        String basis = moment.basis();
        if (basis.isBlank() || basis.length() > LONGEST || basis.indexOf('\0') >= 0) {
            wrong(field, "say how that is known, in 1 to 1,000 characters");
        }
    }

    /** Nobody knows that an incident is reportable, or its cause, before knowing of the incident. */
    private void order() {
        Moment aware = facts.moments().get(StartEvent.AWARE);
        for (StartEvent event : AFTER_AWARENESS) {
            Moment later = facts.moments().get(event);
            if (aware != null && later != null && later.at().isBefore(aware.at())) {
                wrong(
                        "moments." + event.code(),
                        "is before the awareness of the incident, which must be the earliest of anyone");
            }
        }
    }

    /** What is wrong with the words in which somebody says why. */
    static @Nullable FieldProblem reason(String reason) {
        return reason.isBlank() || reason.length() > LONGEST || reason.indexOf('\0') >= 0
                ? new FieldProblem("reason", "say why, in 1 to 1,000 characters")
                : null;
    }

    /** Notes what is wrong with the length of a text; blanks at its ends do not count towards the least. */
    static void text(List<FieldProblem> problems, String field, String text, int least, int most) {
        if (text.strip().length() < least || text.length() > most || text.indexOf('\0') >= 0) {
            problems.add(new FieldProblem(field, "must have " + least + " to " + most + " characters"));
        }
    }

    private void wrong(String field, String problem) {
        problems.add(new FieldProblem(field, problem));
    }
}
