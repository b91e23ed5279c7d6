package org.fixtrail.domain.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.fixtrail.domain.counting.CountingRule;
import org.fixtrail.domain.counting.CountingStep;
import org.fixtrail.domain.counting.Reading;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.json.JsonText;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.obligation.Addressee;
import org.fixtrail.domain.obligation.StartEvent;
import org.jspecify.annotations.Nullable;

/**
 * Why a clock of a rule ends when it ends: all that was put in, and each step of the counting. It is kept with the clock, so
 * that a later change of rules or holidays leaves the reasons of today as they were.
 *
 * @param edition of the rule pack
 * @param zone in which days were counted
 * @param calendar whose holidays were counted
 * @param start how the event is known
 * @param grounds why the rule applies
 */
public record ClockBasis(
        String ruleId,
        String edition,
        ZoneId zone,
        String calendar,
        StartEvent event,
        String start,
        Addressee addressee,
        List<String> grounds,
        List<CountingStep> steps) {
    public ClockBasis {
        grounds = List.copyOf(grounds);
        steps = List.copyOf(steps);
    }

    /** The one text form, for the record. */
    public String text() {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("rule", ruleId);
        members.put("edition", edition);
        members.put("zone", zone.getId());
        members.put("calendar", calendar);
        members.put("event", event.name());
        members.put("start", start);
        members.put("addressee", addressee.name());
        members.put("grounds", grounds);
        members.put("steps", steps.stream().map(ClockBasis::step).toList());
        return CanonicalJson.write(members);
    }

    /** That of a rule; empty for the one of a target. */
    static Optional<ClockBasis> of(String text) {
        return text.isEmpty() || TargetBasis.is(text) ? Optional.empty() : Optional.of(parse(text));
    }

    /** Reads what {@link #text} wrote. */
    public static ClockBasis parse(String text) {
        Map<String, @Nullable Object> members = JsonText.readObject(text);
        List<String> grounds = new ArrayList<>();
        list(members, "grounds").forEach(ground -> grounds.add(ground.toString()));
        List<CountingStep> steps = new ArrayList<>();
        list(members, "steps").forEach(step -> steps.add(step((Map<?, ?>) step)));
        return new ClockBasis(
                member(members, "rule"),
                member(members, "edition"),
                ZoneId.of(member(members, "zone")),
                member(members, "calendar"),
                StartEvent.valueOf(member(members, "event")),
                member(members, "start"),
                Addressee.valueOf(member(members, "addressee")),
                grounds,
                steps);
    }

    private static Map<String, String> step(CountingStep step) {
        return Map.of(
                "reading", step.reading().name(),
                "rule", step.rule().name(),
                "from", step.from().toString(),
                "to", step.to().toString(),
                "end", Moments.text(step.end()),
                "why", step.why());
    }

    private static CountingStep step(Map<?, ?> step) {
        return new CountingStep(
                Reading.valueOf(member(step, "reading")),
                CountingRule.valueOf(member(step, "rule")),
                LocalDate.parse(member(step, "from")),
                LocalDate.parse(member(step, "to")),
                Instant.parse(member(step, "end")),
                member(step, "why"));
    }

    private static List<?> list(Map<?, ?> members, String name) {
        return (List<?>) Objects.requireNonNull(members.get(name), name);
    }

    private static String member(Map<?, ?> members, String name) {
        return Objects.requireNonNull(members.get(name), name).toString();
    }
}
