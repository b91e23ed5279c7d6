package org.fixtrail.services.organisation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fixtrail.domain.access.RoleConflicts;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.NewPeople.PasswordUse;
import org.fixtrail.services.access.NewPerson;

/**
 * An organisation that is to be created with its first people.
 *
 * @param zone the time zone in which its people think, as in {@code Europe/Madrid}
 * @param passwords what the passwords of new accounts are
 */
public record NewOrganisation(String name, String zone, List<NewPerson> people, PasswordUse passwords) {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PEOPLE = 50;

    public NewOrganisation {
        people = List.copyOf(people);
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.add(new FieldProblem("organisation", "must have 1 to 200 characters"));
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add(new FieldProblem("zone", "is not the name of a time zone such as Europe/Madrid"));
        }
        if (people.isEmpty() || people.size() > MOST_PEOPLE) {
            problems.add(new FieldProblem("people", "must be 1 to " + MOST_PEOPLE));
        }
        Set<String> addresses = new HashSet<>();
        for (NewPerson person : people) {
            problems.addAll(person.problems());
            RoleConflicts.reason(person.roles()).ifPresent(reason -> problems.add(new FieldProblem("roles", reason)));
            if (!addresses.add(person.email().strip().toLowerCase(Locale.ROOT))) {
                problems.add(new FieldProblem("email", "is given twice: " + person.email()));
            }
        }
        return problems;
    }
}
