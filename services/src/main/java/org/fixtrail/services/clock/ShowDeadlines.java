package org.fixtrail.services.clock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.services.access.Requires;
import org.fixtrail.services.clock.DeadlineMonth.Day;
import org.fixtrail.services.clock.DeadlineMonth.DayDeadline;

/** Shows the deadlines of a month as a calendar. */
@ApplicationScoped
@Transactional
public class ShowDeadlines {
    /**
     * The bounds of the days come from here and not from the database, which may know other zones than this server. A deadline at
     * midnight is that of the day before.
     */
    private static final String OF_DAYS = """
            select d.number, c.id, c.obligation, f.title, c.state, c.legal_at, c.total
            from (
                select n as number, at as day_start, lead(at) over (order by n) as day_end
                from unnest(cast(?1 as timestamptz[])) with ordinality as bound (at, n)) d
            cross join lateral (
                select id, failure_id, obligation, state, legal_at, count(*) over () as total
                from clock
                where organisation_id = current_organisation() and state <> 'VOID'
                    and legal_at > d.day_start and legal_at <= d.day_end
                order by legal_at, id limit ?2) c
            join failure f on f.organisation_id = current_organisation() and f.id = c.failure_id
            where d.day_end is not null
            order by d.number, c.legal_at, c.id
            """;

    private final EntityManager em;

    @Inject
    ShowDeadlines(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("NullAway")
    protected ShowDeadlines() {
        this(null);
    }

    /**
     * All clocks but void ones, with one query.
     *
     * @param mostOfDay how many of each day are told; of the others their number
     */
    @Requires(Permission.VIEW_RECORD)
    public DeadlineMonth month(YearMonth month, ZoneId zone, int mostOfDay) {
        List<LocalDate> days = DeadlineMonth.firstDay(month)
                .datesUntil(DeadlineMonth.lastDay(month).plusDays(1))
                .toList();
        String bounds = Stream.concat(
                        days.stream(), Stream.of(days.get(days.size() - 1).plusDays(1)))
                .map(day -> day.atStartOfDay(zone).toInstant().toString())
                .collect(joining(",", "{", "}"));
        List<?> rows = em.createNativeQuery(OF_DAYS)
                .setParameter(1, bounds)
                .setParameter(2, mostOfDay)
                .getResultList();
        Map<Integer, List<Object[]>> byDay =
                rows.stream().map(Object[].class::cast).collect(groupingBy(row -> ((Number) row[0]).intValue() - 1));
        return new DeadlineMonth(
                month,
                zone,
                Stream.iterate(0, number -> number < days.size(), number -> number + 1)
                        .map(number -> day(days.get(number), byDay.getOrDefault(number, List.of())))
                        .toList());
    }

    private static Day day(LocalDate date, List<Object[]> rows) {
        List<DayDeadline> deadlines = rows.stream()
                .map(row -> new DayDeadline(
                        (UUID) row[1],
                        (String) row[2],
                        (String) row[3],
                        ClockState.valueOf((String) row[4]),
                        ((Timestamp) row[5]).toInstant()))
                .toList();
        long total = rows.isEmpty() ? 0 : ((Number) rows.get(0)[6]).longValue();
        return new Day(date, deadlines, total);
    }
}
