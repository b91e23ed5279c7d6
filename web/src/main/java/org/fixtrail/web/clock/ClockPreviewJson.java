package org.fixtrail.web.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.counting.CountingStep;
import org.fixtrail.domain.counting.Reading;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.PracticalFrom;
import org.fixtrail.services.counting.KnownCalendar;
import org.fixtrail.services.obligation.ClockPreview;
import org.fixtrail.services.obligation.ClockPreview.CountedLimit;
import org.jspecify.annotations.Nullable;

/** When a clock would end, and why. */
public record ClockPreviewJson(
        @Nullable RuleJson rule,
        Instant start,
        String zone,
        @Nullable CalendarJson calendar,
        String counting,
        List<LimitJson> limits) {
    static ClockPreviewJson of(ClockPreview preview) {
        return new ClockPreviewJson(
                preview.rule() == null ? null : RuleJson.of(preview.rule()),
                preview.start(),
                preview.zone().getId(),
                preview.calendar() == null ? null : CalendarJson.of(preview.calendar()),
                preview.counting().code(),
                preview.limits().stream().map(LimitJson::of).toList());
    }

    /** The rule; from is the first day on which it formally applies, null if that day is not known. */
    public record RuleJson(
            String id,
            String title,
            String article,
            String address,
            String confidence,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<PracticalJson> practical,
            String addressee,
            boolean atMost,
            boolean repeats,
            @Nullable String atOnce,
            @Nullable String note) {
        static RuleJson of(ClockRule rule) {
            return new RuleJson(
                    rule.id(),
                    rule.title(),
                    rule.source().article(),
                    rule.source().address().toString(),
                    rule.source().confidence().code(),
                    rule.applies().from(),
                    rule.applies().until(),
                    rule.applies().practical().stream().map(PracticalJson::of).toList(),
                    rule.addressee().label(),
                    rule.atMost(),
                    rule.repeats(),
                    rule.atOnce(),
                    rule.note());
        }
    }

    /** From when a rule that formally applies already bites, and for which systems. */
    public record PracticalJson(LocalDate from, String scope) {
        static PracticalJson of(PracticalFrom practical) {
            return new PracticalJson(practical.date(), practical.scope());
        }
    }

    /** The holiday calendar; one that is not filled knows weekends only. */
    public record CalendarJson(String id, String name, String source, boolean filled) {
        static CalendarJson of(KnownCalendar calendar) {
            return new CalendarJson(calendar.id(), calendar.name(), calendar.source(), calendar.filled());
        }
    }

    /** One limit in three readings; of days, the end is 24:00 of the day. */
    public record LimitJson(
            @Nullable String event,
            int length,
            String unit,
            Instant strictAt,
            Instant rolledAt,
            Instant legalAt,
            LocalDate strictDay,
            LocalDate rolledDay,
            LocalDate legalDay,
            List<StepJson> steps) {
        static LimitJson of(CountedLimit limit) {
            CountedEnd end = limit.end();
            return new LimitJson(
                    limit.event() == null ? null : limit.event().label(),
                    limit.length().amount(),
                    limit.length().unit().code(),
                    end.strictAt(),
                    end.rolledAt(),
                    end.legalAt(),
                    end.lastDay(Reading.STRICT),
                    end.lastDay(Reading.ROLLED),
                    end.lastDay(Reading.LEGAL),
                    end.steps().stream().map(StepJson::of).toList());
        }
    }

    /** One step, with the provision behind it; act is "Elapsed time" where there is none. */
    public record StepJson(
            Reading reading,
            String act,
            String article,
            String address,
            LocalDate from,
            LocalDate to,
            Instant end,
            String why) {
        static StepJson of(CountingStep step) {
            return new StepJson(
                    step.reading(),
                    step.rule().act(),
                    step.rule().article(),
                    step.rule().address(),
                    step.from(),
                    step.to(),
                    step.end(),
                    step.why());
        }
    }
}
