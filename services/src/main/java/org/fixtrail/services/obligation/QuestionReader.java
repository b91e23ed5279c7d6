package org.fixtrail.services.obligation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fixtrail.domain.counting.Counting;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.counting.Length;
import org.fixtrail.domain.counting.LengthUnit;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.Limit;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.counting.KnownCalendar;
import org.fixtrail.services.obligation.ClockPreview.CountedLimit;
import org.jspecify.annotations.Nullable;

/** Reads one question, collects what is wrong with it, and answers it. Used once. */
final class QuestionReader {
    private final ClockQuestion question;
    private final RulePacks packs;
    private final HolidayCalendars calendars;
    private final List<FieldProblem> problems = new ArrayList<>();

    QuestionReader(ClockQuestion question, RulePacks packs, HolidayCalendars calendars) {
        this.question = question;
        this.packs = packs;
        this.calendars = calendars;
    }

    Outcome<ClockPreview> answer() {
        ZoneId zone = zone();
        Instant start = start(zone);
        KnownCalendar calendar = calendar();
        ClockRule rule = null;
        Counting counting;
        List<Length> lengths;
        if (given(question.rule()) != null) {
            rule = rule();
            counting = rule == null ? null : rule.counting();
            lengths = rule == null
                    ? List.of()
                    : rule.limits().stream().map(Limit::length).toList();
        } else {
            counting = counting();
            Length length = length();
            lengths = length == null ? List.of() : List.of(length);
        }
        if (zone == null || start == null || counting == null || !problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        Counting known = counting;
        if (calendar == null && lengths.stream().anyMatch(length -> needsHolidays(known, length))) {
            return Outcome.invalid("calendar", "is missing; there are " + calendarIds());
        }
        HolidayCalendar holidays = calendar == null ? HolidayCalendar.NONE : calendar.holidays();
        List<CountedLimit> limits = new ArrayList<>();
        for (Length length : lengths) {
            StartEvent event =
                    rule == null ? null : rule.limits().get(limits.size()).start();
            limits.add(new CountedLimit(event, length, counting.count(start, length, zone, holidays)));
        }
        return Outcome.done(new ClockPreview(rule, start, zone, calendar, counting, limits));
    }

    private static boolean needsHolidays(Counting counting, Length length) {
        return switch (counting) {
            case STRICT -> length.unit() == LengthUnit.WORKING_DAYS;
            case EU1182 -> length.unit() != LengthUnit.HOURS;
            case DORA -> true;
        };
    }

    private @Nullable ZoneId zone() {
        String text = needed("zone", question.zone());
        if (text == null || ZoneId.getAvailableZoneIds().contains(text)) {
            return text == null ? null : ZoneId.of(text);
        }
        return wrong("zone", "must be a time zone like Europe/Berlin");
    }

    private @Nullable Instant start(@Nullable ZoneId zone) {
        String text = needed("start", question.start());
        if (text == null || zone == null) {
            return null;
        }
        try {
            Instant start = hasOffset(text)
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            return Counting.counts(start)
                    ? start
                    : wrong("start", "must be in the years " + Counting.FIRST_YEAR + " to " + Counting.LAST_YEAR);
        } catch (DateTimeException e) {
            return wrong("start", "must be a time like 2026-11-20T09:00, or with its offset like 2026-11-20T08:00:00Z");
        }
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.matches(".*T.*[+-].*");
    }

    private @Nullable ClockRule rule() {
        refuseBesideRule("length", question.length() != null);
        refuseBesideRule("unit", given(question.unit()) != null);
        refuseBesideRule("counting", given(question.counting()) != null);
        String id = String.valueOf(question.rule());
        return packs.rule(id)
                .orElseGet(() -> wrong(
                        "rule",
                        "must be one of "
                                + packs.all().stream()
                                        .flatMap(pack -> pack.rules().stream())
                                        .map(ClockRule::id)
                                        .toList()));
    }

    private void refuseBesideRule(String field, boolean isGiven) {
        if (isGiven) {
            wrong(field, "comes from the rule; leave one of them out");
        }
    }

    private @Nullable Counting counting() {
        String code = needed("counting", question.counting());
        return code == null
                ? null
                : Counting.of(code)
                        .orElseGet(() -> wrong(
                                "counting",
                                "must be one of "
                                        + Arrays.stream(Counting.values())
                                                .map(Counting::code)
                                                .toList()));
    }

    private @Nullable Length length() {
        Integer amount = question.length();
        if (amount == null) {
            wrong("length", "is missing; name a rule, or length, unit and counting");
        }
        String code = needed("unit", question.unit());
        LengthUnit unit = code == null ? null : LengthUnit.of(code).orElse(null);
        if (code != null && unit == null) {
            wrong(
                    "unit",
                    "must be one of "
                            + Arrays.stream(LengthUnit.values())
                                    .map(LengthUnit::code)
                                    .toList());
        }
        if (amount == null || unit == null) {
            return null;
        }
        return amount >= 1 && amount <= unit.most()
                ? new Length(amount, unit)
                : wrong("length", "must be from 1 to " + unit.most());
    }

    private @Nullable KnownCalendar calendar() {
        String id = given(question.calendar());
        return id == null
                ? null
                : calendars.find(id).orElseGet(() -> wrong("calendar", "must be one of " + calendarIds()));
    }

    private List<String> calendarIds() {
        return calendars.all().stream().map(KnownCalendar::id).toList();
    }

    private @Nullable String needed(String field, @Nullable String text) {
        return given(text) == null ? wrong(field, "is missing") : text;
    }

    /** Empty is as good as not given. */
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private <T> @Nullable T wrong(String field, String problem) {
        problems.add(new FieldProblem(field, problem));
        return null;
    }
}
