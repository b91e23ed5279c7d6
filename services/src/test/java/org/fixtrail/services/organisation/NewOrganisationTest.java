package org.fixtrail.services.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.NewPeople.PasswordUse;
import org.fixtrail.services.access.NewPerson;
import org.junit.jupiter.api.Test;

class NewOrganisationTest {
    private static final NewPerson ANA = new NewPerson("ana@example.org", "Ana", Set.of(Role.ADMINISTRATOR));

    @Test
    void a_name_a_zone_and_somebody_are_enough() {
        assertThat(organisation("Clinic", "Europe/Madrid", ANA).problems()).isEmpty();
    }

    @Test
    void each_wrong_field_is_named() {
        assertThat(organisation(" ", "Madrid").problems())
                .extracting(FieldProblem::field)
                .containsExactly("organisation", "zone", "people");
        assertThat(organisation("x".repeat(201), "UTC", ANA).problems())
                .extracting(FieldProblem::field)
                .containsExactly("organisation");
    }

    @Test
    void the_same_address_twice_is_refused_however_it_is_written() {
        NewPerson again = new NewPerson("ANA@example.org", "Ana", Set.of(Role.AUDITOR));
        assertThat(organisation("Clinic", "UTC", ANA, again).problems())
                .extracting(FieldProblem::field)
                .containsExactly("email");
    }

    @Test
    void nobody_begins_with_roles_that_conflict() {
        NewPerson both = new NewPerson("ana@example.org", "Ana", Set.of(Role.ADMINISTRATOR, Role.REVIEWER));
        assertThat(organisation("Clinic", "UTC", both).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("may not touch evidence"));
    }

    private static NewOrganisation organisation(String name, String zone, NewPerson... people) {
        return new NewOrganisation(name, zone, List.of(people), PasswordUse.ONE_TIME);
    }
}
