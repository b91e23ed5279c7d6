package org.fixtrail.services.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.fixtrail.services.imports.TimeRule.Ambiguous;
import org.fixtrail.services.imports.TimeRule.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRuleTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static TimeRule rule(@Nullable ZoneId zone, Ambiguous ambiguous, String... formats) {
        return new TimeRule(Stream.of(formats).map(TimeFormats::named).toList(), zone, null, ambiguous);
    }

    private static String read(TimeRule rule, String text) {
        Answer answer = rule.read(text, ImportFixture.NOW);
        return answer instanceof Answer.At at ? at.instant().toString() : ((Answer.Unreadable) answer).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-26 17:09:00+00:00, 2024-02-26T17:09:00Z",
        "2024-02-26T17:09:00.123456789Z, 2024-02-26T17:09:00.123456Z",
        "2024-02-26t17:09z, 2024-02-26T17:09:00Z",
        "2024-02-26T17:09+0200, 2024-02-26T15:09:00Z",
        "2024-02-26T17:09-03, 2024-02-26T20:09:00Z",
        "2024-02-26T17:09:10, 2024-02-26T16:09:10Z",
        "2024-07-26 17:09, 2024-07-26T15:09:00Z"
    })
    void iso_takes_what_is_usual(String text, String instant) {
        assertThat(read(rule(PARIS, Ambiguous.REFUSE, "iso"), text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-30T10:00Z",
        "2024-13-01T10:00Z",
        "2024-02-26T25:00Z",
        "2024-02-26T24:00Z",
        "26.02.2024",
        "yesterday",
        "1708967340"
    })
    void what_does_not_fit_is_refused_and_not_bent(String text) {
        assertThat(read(rule(PARIS, Ambiguous.REFUSE, "iso"), text)).contains("not in a time format");
    }

    @Test
    void patterns_are_tried_in_order() {
        TimeRule rule = rule(PARIS, Ambiguous.REFUSE, "dd.MM.yyyy HH:mm", "MMM d, uuuu h:mm a");

        assertThat(read(rule, "26.02.2024 17:09")).isEqualTo("2024-02-26T16:09:00Z");
        assertThat(read(rule, "feb 26, 2024 5:09 pm")).isEqualTo("2024-02-26T16:09:00Z");
        assertThat(read(rule, "30.02.2024 17:09")).contains("not in a time format");
    }

    @Test
    void a_pattern_may_hold_the_zone_itself() {
        TimeRule rule = rule(PARIS, Ambiguous.REFUSE, "uuuu-MM-dd HH:mm VV");

        assertThat(read(rule, "2024-07-01 12:00 America/New_York")).isEqualTo("2024-07-01T16:00:00Z");
    }

    @Test
    void a_time_that_clocks_skipped_does_not_exist() {
        TimeRule rule = rule(PARIS, Ambiguous.EARLIER, "iso");

        assertThat(read(rule, "2024-03-31T01:59:59")).isEqualTo("2024-03-31T00:59:59Z");
        assertThat(read(rule, "2024-03-31T02:00")).contains("does not exist in Europe/Paris");
        assertThat(read(rule, "2024-03-31T02:59:59")).contains("does not exist in Europe/Paris");
        assertThat(read(rule, "2024-03-31T03:00")).isEqualTo("2024-03-31T01:00:00Z");
    }

    @Test
    void a_time_that_clocks_showed_twice_needs_a_choice() {
        String text = "2024-10-27T02:30";

        assertThat(read(rule(PARIS, Ambiguous.REFUSE, "iso"), text)).contains("happened twice in Europe/Paris");
        assertThat(read(rule(PARIS, Ambiguous.EARLIER, "iso"), text)).isEqualTo("2024-10-27T00:30:00Z");
        assertThat(read(rule(PARIS, Ambiguous.LATER, "iso"), text)).isEqualTo("2024-10-27T01:30:00Z");
        assertThat(read(rule(PARIS, Ambiguous.REFUSE, "iso"), text + "+01:00")).isEqualTo("2024-10-27T01:30:00Z");
        assertThat(read(rule(PARIS, Ambiguous.REFUSE, "iso"), "2024-10-27T03:00"))
                .isEqualTo("2024-10-27T02:00:00Z");
    }

    @Test
    void a_local_time_needs_a_zone_and_a_day_needs_a_time_of_day() {
        assertThat(read(rule(null, Ambiguous.REFUSE, "iso"), "2024-07-01T12:00"))
                .contains("names no zone");
        assertThat(read(rule(PARIS, Ambiguous.REFUSE, "iso"), "2024-07-01")).contains("no times.timeOfDay");
    }

    @Test
    void a_day_gets_the_time_of_day_of_the_mapping_and_is_marked() {
        TimeRule rule = new TimeRule(List.of(TimeFormats.named("iso")), PARIS, LocalTime.of(2, 30), Ambiguous.REFUSE);

        assertThat(rule.read("2024-07-01", ImportFixture.NOW))
                .isEqualTo(new Answer.At(Instant.parse("2024-07-01T00:30:00Z"), true));
        assertThat(rule.read("2024-03-31", ImportFixture.NOW))
                .isEqualTo(new Answer.At(Instant.parse("2024-03-31T01:30:00Z"), true));
        assertThat(rule.read("2024-10-27", ImportFixture.NOW))
                .isEqualTo(new Answer.At(Instant.parse("2024-10-27T00:30:00Z"), true));
    }

    @Test
    void times_before_1950_and_very_long_texts_are_refused() {
        TimeRule rule = rule(PARIS, Ambiguous.REFUSE, "iso");

        assertThat(read(rule, "0001-01-01T00:00:00Z")).contains("placeholder");
        assertThat(read(rule, "+999999999-12-31T23:59:59Z")).contains("future");
        assertThat(read(rule, "2".repeat(101))).contains("too long");
    }
}
