package org.fixtrail.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.services.paging.PageRequest;
import org.junit.jupiter.api.Test;

class ParamsTest {
    private static final List<String> SORTS = List.of("title", "severity");

    @Test
    void a_page_without_anything_is_the_first_fifty_in_the_lists_own_order() {
        assertThat(Params.page(null, null, null, SORTS)).isEqualTo(new PageRequest(0, 50, null, true));
        assertThat(Params.page(null, null, "", SORTS)).isEqualTo(new PageRequest(0, 50, null, true));
    }

    @Test
    void a_minus_before_the_name_sorts_descending() {
        assertThat(Params.page(0, 1, "title", SORTS)).isEqualTo(new PageRequest(0, 1, "title", false));
        assertThat(Params.page(0, 1, "-title", SORTS)).isEqualTo(new PageRequest(0, 1, "title", true));
    }

    @Test
    void an_unknown_name_to_sort_by_is_refused_with_the_known_ones() {
        refused(() -> Params.page(0, 1, "-colour", SORTS), "sort must be one of [title, severity]");
        refused(() -> Params.page(0, 1, "--title", SORTS), "sort must be one of");
    }

    @Test
    void a_page_has_bounds_and_the_one_that_is_broken_is_named() {
        refused(() -> Params.page(-1, 1), "offset must be from 0 to 1000000");
        refused(() -> Params.page(1_000_001, 1), "offset must be");
        refused(() -> Params.page(0, 0), "limit must be from 1 to 200");
        refused(() -> Params.page(0, 201), "limit must be");
    }

    @Test
    void an_unknown_choice_is_refused_with_the_known_ones() {
        refused(
                () -> Params.choice("severity", Severity.class, "WORST"),
                "severity must be one of [LOW, MEDIUM, HIGH, CRITICAL]");
        assertThat(Params.choice("severity", Severity.class, "high")).isEqualTo(Severity.HIGH);
        assertThat(Params.choice("severity", Severity.class, "")).isNull();
    }

    @Test
    void a_moment_that_no_calendar_of_ours_has_is_refused() {
        refused(() -> Params.moment("asOf", "yesterday"), "asOf must be a moment");
        refused(() -> Params.moment("asOf", "+10000-01-01T00:00:00Z"), "asOf must lie in the years");
    }

    @Test
    void numbers_and_truth_are_read_or_refused() {
        assertThat(QueryValues.number("limit", "12")).isEqualTo(12);
        refused(() -> QueryValues.number("limit", "many"), "limit must be a whole number");
        assertThat(QueryValues.truth("imported", "false")).isFalse();
        refused(() -> QueryValues.truth("imported", "maybe"), "imported must be one of [true, false]");
    }

    private static void refused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(BadRequest.class).hasMessageStartingWith(message);
    }
}
