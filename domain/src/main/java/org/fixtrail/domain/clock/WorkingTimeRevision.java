package org.fixtrail.domain.clock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.ActType;
import org.fixtrail.domain.ledger.Content;
import org.jspecify.annotations.Nullable;

/** When the organisation works, from this entry on. */
@Entity
@Table(name = "working_time")
public class WorkingTimeRevision extends Act {
    private static final String BETWEEN = ",";

    @Column(name = "days")
    private String days;

    @Column(name = "from_time")
    private String fromTime;

    @Column(name = "until_time")
    private String untilTime;

    @Column(name = "zone")
    private String zone;

    /** Empty where no holidays count. */
    @Column(name = "calendar")
    private String calendar;

    @SuppressWarnings("NullAway.Init")
    protected WorkingTimeRevision() {}

    public WorkingTimeRevision(UUID id, WorkingTime time) {
        super(id);
        this.days = time.days().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(BETWEEN));
        this.fromTime = time.from().toString();
        this.untilTime = time.until().toString();
        this.zone = time.zone().getId();
        this.calendar = time.holidays().id().equals(HolidayCalendar.NONE.id())
                ? ""
                : time.holidays().id();
    }

    /** @param calendars by their id */
    public HeldTime held(Function<String, HolidayCalendar> calendars) {
        return new HeldTime(
                id(),
                new WorkingTime(
                        Arrays.stream(days.split(BETWEEN, -1))
                                .map(DayOfWeek::valueOf)
                                .collect(Collectors.toSet()),
                        LocalTime.parse(fromTime),
                        LocalTime.parse(untilTime),
                        ZoneId.of(zone),
                        calendar.isEmpty() ? HolidayCalendar.NONE : calendars.apply(calendar)));
    }

    @Override
    public ActType type() {
        return ActType.WORKING_TIME_STATED;
    }

    @Override
    public Map<String, @Nullable Object> content() {
        return Content.with("days", days)
                .and("from", fromTime)
                .and("until", untilTime)
                .and("zone", zone)
                .and("calendar", calendar)
                .map();
    }
}
