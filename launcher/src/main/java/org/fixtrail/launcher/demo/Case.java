package org.fixtrail.launcher.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One failure of the story, and how it is moved along.
 *
 * @param id as the API writes it
 */
record Case(String id, DemoPeople people) {
    static final String INVENTED = "Invented for this demonstration.";

    private static final String LATE = "Entered when the demonstration was set up.";
    private static final String FAILURES = "/api/v1/failures";

    static Case open(DemoPeople people, DemoPerson by, Map<String, ?> facts) {
        return new Case(people.as(by).post(FAILURES, facts).text("id"), people);
    }

    /** Records a stage; the answer says which one was reached. */
    Answer move(DemoPerson by, String stage, Instant at, Map<String, ?> details) {
        return people.as(by).post(transitions(), transition(stage, at, details));
    }

    /** Records a stage whose details are invented and say so. */
    Answer invent(DemoPerson by, String stage, Instant at, String note, Map<String, ?> details) {
        Map<String, Object> marked = new HashMap<>(details);
        marked.put("note", INVENTED + " " + note);
        return move(by, stage, at, marked);
    }

    /** An attempt that must be refused; the answer is the problem document. */
    Answer refused(int status, DemoPerson by, String stage, Instant at, Map<String, ?> details) {
        return people.as(by).refused(status, transitions(), transition(stage, at, details));
    }

    /** One proposes an ending, another confirms it. */
    void end(DemoPerson proposer, DemoPerson second, String stage, Instant at, Map<String, ?> details) {
        String proposal = move(proposer, stage, at, details).text("id");
        Map<String, Object> confirmation = transition(stage, at, details);
        confirmation.put("confirms", proposal);
        people.as(second).post(transitions(), confirmation);
    }

    /** The failure with its trail, lags and exposure. */
    Answer show() {
        return people.as(DemoPerson.AUDITOR).get(FAILURES + "/" + id);
    }

    /** How long a lag of the failure is. */
    static String length(Answer shown, String pair) {
        return words(shown.only("lags", "pair", pair).number("seconds"));
    }

    /** Whole days, or whole hours below two days. */
    static String words(long seconds) {
        long days = TimeUnit.SECONDS.toDays(seconds);
        return days >= 2 ? days + " days" : TimeUnit.SECONDS.toHours(seconds) + " hours";
    }

    private String transitions() {
        return FAILURES + "/" + id + "/transitions";
    }

    private static Map<String, Object> transition(String stage, Instant at, Map<String, ?> details) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("stage", stage);
        body.put("occurredAt", at.toString());
        body.put("details", details);
        body.put("lateReason", LATE);
        return body;
    }
}
