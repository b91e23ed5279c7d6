package org.fixtrail.domain.counting;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When an organisation works: on these days of the week, holidays apart, between two times of the day. A moment is working
 * time if the clock on the wall then shows one; so an hour that clocks skip is not worked, and one that they show twice is
 * worked twice.
 *
 * @param days at least one
 * @param from the first minute of the day that is worked
 * @param until the first minute after; midnight is the end of the day
 * @param zone of the clock on the wall
 * @param holidays on which nobody works
 */
public record WorkingTime(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone, HolidayCalendar holidays)
        implements Reckoning {
    /** A working day is at least as long. */
    public static final Duration SHORTEST_DAY = Duration.ofHours(1);

    /** Counting goes no further, about a century; who sets a target stays far below. */
    private static final int MOST_DAYS = 36_525;

    private static final int MOST_HOLIDAYS_TOLD = 20;

    /** @throws IllegalArgumentException without a day, or with a day shorter than {@link #SHORTEST_DAY} */
    public WorkingTime {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("at least one day of the week is worked");
        }
        days = EnumSet.copyOf(days);
        if (dayLength(from, until).compareTo(SHORTEST_DAY) < 0) {
            throw new IllegalArgumentException("the working day ends at least an hour after it begins");
        }
    }

    @Override
    public Set<DayOfWeek> days() {
        return EnumSet.copyOf(days);
    }

    /** Of an ordinary working day; negative or zero where it would end before it begins. */
    public static Duration dayLength(LocalTime from, LocalTime until) {
        return Duration.ofNanos(end(until) - from.toNanoOfDay());
    }

    /** Of an ordinary working day. */
    public Duration day() {
        return dayLength(from, until);
    }

    /** Of an ordinary week. */
    public Duration week() {
        return day().multipliedBy(days.size());
    }

    /** @throws IllegalArgumentException if the length is not used up within a century */
    @Override
    public Instant after(Instant from, Duration length) {
        Duration left = length;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int counted = 0; counted < MOST_DAYS && left.compareTo(Duration.ZERO) > 0; counted++) {
            for (Span span : worked(day)) {
                Instant begin = later(span.from, from);
                Duration here = Duration.between(begin, later(span.until, from));
                if (here.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = left.minus(here);
            }
            day = day.plusDays(1);
        }
        if (left.compareTo(Duration.ZERO) > 0) {
            throw new IllegalArgumentException("not used up within " + MOST_DAYS + " days: " + length);
        }
        return from;
    }

    @Override
    public Duration between(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        LocalDate last = until.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : worked(day)) {
                Instant begin = later(span.from, from);
                Instant end = span.until.isBefore(until) ? span.until : until;
                sum = end.isAfter(begin) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    /** What of a day is worked, not empty and in order: one span, or more where clocks are set within it. */
    private List<Span> worked(LocalDate day) {
        if (!days.contains(day.getDayOfWeek()) || holidays.holiday(day).isPresent()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        Instant at = day.atStartOfDay(zone).toInstant();
        while (at.isBefore(end)) {
            ZoneOffset offset = zone.getRules().getOffset(at);
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            Instant until = next == null || next.getInstant().isAfter(end) ? end : next.getInstant();
            Instant midnight = day.atStartOfDay().toInstant(offset);
            Span span = new Span(
                    later(midnight.plusNanos(this.from.toNanoOfDay()), at),
                    earlier(midnight.plusNanos(end(this.until)), until));
            if (span.from.isBefore(span.until)) {
                spans.add(span);
            }
            at = until;
        }
        return spans;
    }

    private record Span(Instant from, Instant until) {}

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static long end(LocalTime until) {
        return until.equals(LocalTime.MIDNIGHT) ? Duration.ofDays(1).toNanos() : until.toNanoOfDay();
    }

    /** For example "Monday, Tuesday and Friday from 09:00 to 17:00 (Europe/Berlin), but for the holidays of DE". */
    public String words() {
        return daysInWords() + " from " + from + " to " + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until) + " ("
                + zone.getId() + ")"
                + (holidays.id().equals(HolidayCalendar.NONE.id()) ? "" : ", but for the holidays of " + holidays.id());
    }

    private String daysInWords() {
        List<DayOfWeek> inOrder = days.stream().sorted().toList();
        DayOfWeek first = inOrder.get(0);
        DayOfWeek last = inOrder.get(inOrder.size() - 1);
        boolean inARow = last.getValue() - first.getValue() == inOrder.size() - 1;
        if (inARow && inOrder.size() > 2) {
            return name(first) + " to " + name(last);
        }
        String early = inOrder.stream()
                .limit(inOrder.size() - 1L)
                .map(WorkingTime::name)
                .collect(joining(", "));
        return early.isEmpty() ? name(last) : early + " and " + name(last);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /** The holidays between two moments that would have been working days otherwise, in words; empty if there are none. */
    public Optional<String> holidaysBetween(Instant from, Instant until) {
        LocalDate last = until.atZone(zone).toLocalDate();
        List<String> told = from.atZone(zone)
                .toLocalDate()
                .datesUntil(last.plusDays(1))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .flatMap(day -> holidays.holiday(day).map(name -> Words.date(day) + " (" + name + ")").stream())
                .limit(MOST_HOLIDAYS_TOLD + 1L)
                .toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                told.size() <= MOST_HOLIDAYS_TOLD
                        ? String.join(", ", told)
                        : String.join(", ", told.subList(0, MOST_HOLIDAYS_TOLD)) + " and more");
    }
}
