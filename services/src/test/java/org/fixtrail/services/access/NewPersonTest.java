package org.fixtrail.services.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.failure.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPersonTest {
    @Test
    void each_wrong_field_is_named() {
        NewPerson wrong = new NewPerson("nobody", " ", Set.of());
        assertThat(wrong.problems()).extracting(FieldProblem::field).containsExactly("email", "name", "roles");
    }

    @Test
    void roles_of_keys_are_refused() {
        assertThat(new NewPerson("a@b.org", "A", Set.of(Role.MACHINE)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("belongs to keys"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.org", "Ana.García@example.org", "a@localhost", "o'neil+x@mail.example.co.uk"})
    void usual_addresses_are_taken_and_those_beyond_ascii_are_not(String email) {
        boolean usual = email.chars().allMatch(c -> c < 128);
        assertThat(new NewPerson(email, "A", Set.of(Role.AUDITOR)).problems().isEmpty())
                .isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b@c.org", "a@b@c.org", "<a@b.org>", "a@b..org", "a@", "@b.org", "a@b.org\nBcc: c@d.org"})
    void these_are_no_addresses(String email) {
        assertThat(new NewPerson(email, "A", Set.of(Role.AUDITOR)).problems())
                .extracting(FieldProblem::field)
                .containsExactly("email");
    }
}
