package org.fixtrail.launcher.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fixtrail.launcher.LaunchException;

/** The people of the sample organisation with what they sign in with. */
final class DemoPeople {
    static final String ORGANISATION = "Aster Health (demonstration)";

    private static final String PATH = "/operator/v1/demo-people";
    private static final int CONFLICT = 409;

    private final Map<DemoPerson, Answer> made = new EnumMap<>(DemoPerson.class);
    private final Map<DemoPerson, Api> callers = new EnumMap<>(DemoPerson.class);

    private DemoPeople() {}

    /** Makes organisation and people; this is the one thing that the public interface does not do. */
    static DemoPeople make(Api operator) {
        Answer answer = operator.post(
                PATH,
                "application/json",
                Map.of(
                        "organisation",
                        ORGANISATION,
                        "zone",
                        "UTC",
                        "people",
                        Arrays.stream(DemoPerson.values())
                                .map(DemoPerson::wanted)
                                .toList()),
                Set.of(201, CONFLICT));
        if (answer.status() == CONFLICT) {
            throw new LaunchException("the sample story was begun here and not finished: stop, delete the folder of"
                    + " FIXTRAIL_VAR and start again");
        }
        DemoPeople people = new DemoPeople();
        for (DemoPerson person : DemoPerson.values()) {
            Answer made = answer.only("people", "email", person.email());
            people.made.put(person, made);
            people.callers.put(person, operator.as(made.text("token")));
        }
        return people;
    }

    /** Calls the application with the person's token. */
    Api as(DemoPerson person) {
        return Objects.requireNonNull(callers.get(person));
    }

    /** The table of sign-ins, to be shown once. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "  %-22s  %-24s  %s", "role", "e-mail address", "password"));
        made.forEach((person, answer) -> lines.add(String.format(
                Locale.ROOT, "  %-22s  %-24s  %s", person.label(), person.email(), answer.text("password"))));
        lines.add("");
        lines.add("  Tokens for the API, to be sent as \"Authorization: Bearer ...\", for 90 days:");
        made.forEach((person, answer) ->
                lines.add(String.format(Locale.ROOT, "  %-22s  %s", person.label(), answer.text("token"))));
        return lines;
    }
}
