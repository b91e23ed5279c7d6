package org.fixtrail.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoleConflictsTest {
    private static final String REFUSED_PAIRS = """
            ADMINISTRATOR with AUDITOR
            ADMINISTRATOR with COMPLIANCE_OFFICER
            ADMINISTRATOR with ML_ENGINEER
            ADMINISTRATOR with REVIEWER
            ADMINISTRATOR with RISK_ANALYST
            AUDITOR with COMPLIANCE_OFFICER
            AUDITOR with ML_ENGINEER
            AUDITOR with REVIEWER
            AUDITOR with RISK_ANALYST
            """;

    @Test
    void the_refused_pairs_of_roles_are_exactly_those_of_the_table() {
        Set<String> refused = new TreeSet<>();
        for (Role one : people()) {
            for (Role other : people()) {
                if (one != other && RoleConflicts.reason(Set.of(one, other)).isPresent()) {
                    String first = one.name().compareTo(other.name()) < 0 ? one.name() : other.name();
                    refused.add(first + " with " + (first.equals(one.name()) ? other.name() : one.name()));
                }
            }
        }
        assertThat(String.join("\n", refused) + "\n").isEqualTo(REFUSED_PAIRS);
    }

    @Test
    void every_role_may_be_held_alone() {
        assertThat(people()).allMatch(role -> RoleConflicts.reason(Set.of(role)).isEmpty());
    }

    @Test
    void the_reason_names_what_to_take_away() {
        assertThat(RoleConflicts.reason(Set.of(Role.AUDITOR, Role.REVIEWER)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("Auditor", "Reviewer", "change nothing"));
        assertThat(RoleConflicts.reason(Set.of(Role.ADMINISTRATOR, Role.ML_ENGINEER)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("Administrator", "ML engineer"));
    }

    @Test
    void three_roles_are_refused_for_any_pair_among_them() {
        assertThat(RoleConflicts.reason(EnumSet.of(Role.RISK_ANALYST, Role.REVIEWER, Role.AUDITOR)))
                .isPresent();
        assertThat(RoleConflicts.reason(EnumSet.of(Role.RISK_ANALYST, Role.REVIEWER, Role.ML_ENGINEER)))
                .isEmpty();
    }

    private static Set<Role> people() {
        Set<Role> people = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(Role::isForPeople).forEach(people::add);
        return people;
    }
}
