package org.fixtrail.services.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FieldProblem;

/** Somebody who is to be added to an organisation. */
public record NewPerson(String email, String displayName, Set<Role> roles) {
    private static final int LONGEST_NAME = 200;

    public NewPerson {
        roles = Set.copyOf(roles);
    }

    /** What is wrong with it; whether roles may be held together is not asked here. */
    public List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (!EmailAddress.isWritten(email)) {
            problems.add(new FieldProblem("email", "is not an e-mail address"));
        }
        if (displayName.isBlank() || displayName.strip().length() > LONGEST_NAME) {
            problems.add(new FieldProblem("name", "must have 1 to 200 characters"));
        }
        problems.addAll(roleProblems(roles));
        return problems;
    }

    static List<FieldProblem> roleProblems(Set<Role> roles) {
        List<FieldProblem> problems = new ArrayList<>();
        if (roles.isEmpty()) {
            problems.add(new FieldProblem("roles", "must name at least one role"));
        }
        if (!roles.stream().allMatch(Role::isForPeople)) {
            problems.add(new FieldProblem("roles", "hold one that belongs to keys, not to people"));
        }
        return problems;
    }
}
