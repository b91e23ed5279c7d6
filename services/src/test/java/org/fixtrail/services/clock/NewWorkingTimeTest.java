package org.fixtrail.services.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.counting.HolidayCalendars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewWorkingTimeTest {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private final HolidayCalendars calendars = new HolidayCalendars();

    @Test
    void a_working_time_has_days_hours_a_zone_and_perhaps_holidays() {
        assertThat(words("09:00", "17:30", "DE"))
                .isEqualTo("Monday to Friday from 09:00 to 17:30 (Europe/Berlin), but for the holidays of DE");
        assertThat(words("00:00", "24:00", "")).isEqualTo("Monday to Friday from 00:00 to 24:00 (Europe/Berlin)");
        assertThat(words("22:00", "00:00", null)).contains("to 24:00");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    -, 17:00, Europe/Berlin, DE, from
                    9:00, 17:00, Europe/Berlin, DE, from
                    09:00:30, 17:00, Europe/Berlin, DE, from
                    24:00, 17:00, Europe/Berlin, DE, from
                    09:00, 25:00, Europe/Berlin, DE, until
                    09:00, 09:59, Europe/Berlin, DE, until
                    17:00, 09:00, Europe/Berlin, DE, until
                    09:00, 17:00, Berlin, DE, zone
                    09:00, 17:00, -, DE, zone
                    09:00, 17:00, Europe/Berlin, XX, calendar
                    """)
    void what_is_wrong_is_named_by_its_field(
            @Nullable String from,
            @Nullable String until,
            @Nullable String zone,
            @Nullable String calendar,
            String field) {
        assertThat(fields(new NewWorkingTime(WEEK, from, until, zone, calendar)))
                .isEqualTo(field);
    }

    @Test
    void somebody_works_on_some_day() {
        assertThat(fields(new NewWorkingTime(Set.of(), "09:00", "17:00", "UTC", null)))
                .isEqualTo("days");
    }

    private String words(String from, String until, @Nullable String calendar) {
        Outcome<WorkingTime> read = new NewWorkingTime(WEEK, from, until, "Europe/Berlin", calendar).read(calendars);
        return ((Outcome.Done<WorkingTime>) read).value().words();
    }

    private String fields(NewWorkingTime wanted) {
        return String.join(
                " ",
                ((Outcome.Refused<WorkingTime>) wanted.read(calendars))
                        .problems().stream().map(FieldProblem::field).toList());
    }
}
