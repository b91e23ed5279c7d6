package org.fixtrail.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.Outcome;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Answers answers = new Answers();

    @Test
    void what_was_done_leaves_nothing_to_say() {
        answers.refuse(List.of(new FieldProblem("title", "is needed")));

        assertThat(answers.ask(() -> Outcome.done("id"))).contains("id");
        assertThat(answers.getReason()).isNull();
        assertThat(answers.problem("title")).isNull();
    }

    @Test
    void problems_are_told_at_their_fields_all_of_them() {
        List<FieldProblem> problems = List.of(new FieldProblem("a", "is short"), new FieldProblem("a", "is odd"));

        assertThat(answers.ask(() -> Outcome.invalid(problems))).isEmpty();
        assertThat(answers.problem("a")).isEqualTo("is short; is odd");
        assertThat(answers.problem("b")).isNull();
    }

    @Test
    void somebody_elses_change_is_told_even_where_the_transaction_wraps_it() {
        assertThat(answers.ask(() -> {
                    throw new IllegalStateException(new RuntimeException(new OptimisticLockException()));
                }))
                .isEmpty();
        assertThat(answers.isChanged()).isTrue();
        assertThat(answers.getReason()).contains("Somebody else");
    }

    @Test
    void any_other_exception_goes_on() {
        assertThatThrownBy(() -> answers.ask(() -> {
                    throw new NotFound("failure");
                }))
                .isInstanceOf(NotFound.class);
    }
}
