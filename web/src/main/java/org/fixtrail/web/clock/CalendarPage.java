package org.fixtrail.web.clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.clock.DeadlineMonth;
import org.fixtrail.services.clock.ShowDeadlines;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of a month, drawn by the server: the calendar of PrimeFaces writes style sheets into the page while it runs, which our
 * policy for browsers forbids.
 */
@Named
@RequestScoped
public class CalendarPage {
    private static final int MOST_OF_DAY = 4;
    private static final int DAYS = 7;
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final YearMonth FIRST = YearMonth.of(1990, 1);
    private static final YearMonth LAST = YearMonth.of(2199, 12);

    private final ShowDeadlines deadlines;
    private final Show show;
    private final Clock clock;
    private @Nullable String month;
    private @Nullable DeadlineMonth shown;

    @Inject
    public CalendarPage(ShowDeadlines deadlines, Show show, Clock clock) {
        this.deadlines = deadlines;
        this.show = show;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected CalendarPage() {
        this(null, null, null);
    }

    /** Before the page is drawn. What is no month is this one. */
    public void open() {
        Pages.require(Permission.VIEW_RECORD);
        shown = deadlines.month(asked(), show.getZone(), MOST_OF_DAY);
    }

    private YearMonth asked() {
        try {
            YearMonth wanted = month == null ? thisMonth() : YearMonth.parse(month);
            return wanted.isBefore(FIRST) || wanted.isAfter(LAST) ? thisMonth() : wanted;
        } catch (DateTimeException e) {
            return thisMonth();
        }
    }

    private YearMonth thisMonth() {
        return YearMonth.from(getToday());
    }

    public LocalDate getToday() {
        return LocalDate.ofInstant(Instant.now(clock), show.getZone());
    }

    private DeadlineMonth shown() {
        DeadlineMonth known = shown;
        if (known == null) {
            throw new IllegalStateException("not opened");
        }
        return known;
    }

    /** From Monday to Sunday. */
    public List<List<DeadlineMonth.Day>> getWeeks() {
        List<DeadlineMonth.Day> days = shown().days();
        return IntStream.range(0, days.size() / DAYS)
                .mapToObj(week -> days.subList(week * DAYS, (week + 1) * DAYS))
                .toList();
    }

    public String getTitle() {
        return TITLE.format(shown().month());
    }

    public YearMonth getPrevious() {
        return shown().month().minusMonths(1);
    }

    public YearMonth getNext() {
        return shown().month().plusMonths(1);
    }

    public boolean isFree() {
        return shown().days().stream().allMatch(day -> day.total() == 0);
    }

    public boolean isIn(DeadlineMonth.Day day) {
        return YearMonth.from(day.date()).equals(shown().month());
    }

    public boolean isToday(DeadlineMonth.Day day) {
        return day.date().equals(getToday());
    }

    /** For people who hear the page, and where days stand below each other. */
    public String name(DeadlineMonth.Day day) {
        return DAY.format(day.date());
    }

    /** Of the day's own clock: the end of the day is 24:00. */
    public String time(DeadlineMonth.Day day, DeadlineMonth.DayDeadline deadline) {
        ZoneId zone = shown().zone();
        LocalDate date = LocalDate.ofInstant(deadline.legalAt(), zone);
        LocalTime time = LocalTime.ofInstant(deadline.legalAt(), zone);
        return date.isAfter(day.date()) ? "24:00" : TIME.format(time);
    }

    public @Nullable String getMonth() {
        return month;
    }

    public void setMonth(@Nullable String month) {
        this.month = month;
    }
}
