package org.fixtrail.services.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fixtrail.domain.counting.Counting;
import org.fixtrail.domain.counting.Length;
import org.fixtrail.domain.counting.LengthUnit;
import org.fixtrail.domain.obligation.Addressee;
import org.fixtrail.domain.obligation.Applicability;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.Confidence;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Limit;
import org.fixtrail.domain.obligation.PracticalFrom;
import org.fixtrail.domain.obligation.RuleSource;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.domain.obligation.Where;
import org.fixtrail.services.yaml.Problems;
import org.fixtrail.services.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads one rule of a pack. */
final class RuleReader {
    private static final String ID = "[A-Z][A-Za-z0-9._-]{0,39}";
    private static final String ID_WORDS = "up to 40 letters, digits, dots and dashes";
    private static final int MAX_LIMITS = 5;

    private final YamlMap map;
    private final RuleMembers members;
    private final Problems problems;

    RuleReader(YamlMap map, Problems problems) {
        this.map = map;
        this.members = new RuleMembers(map);
        this.problems = problems;
    }

    /** The rule, or null after a problem, of this rule or of one before. */
    @Nullable
    ClockRule read() {
        String id = members.text("id", ID, ID_WORDS);
        String group = map.has("group") ? members.text("group", ID, ID_WORDS) : id;
        String title = members.text("title", RuleMembers.MAX_TITLE);
        RuleSource source = new RuleSource(
                members.text("article", RuleMembers.MAX_TITLE),
                members.address("address"),
                members.one("confidence", Confidence.class));
        Applicability applies = applies();
        List<Limit> limits = limits();
        Counting counting = counting();
        Set<Fact> strictWhen = members.some("strictWhen", Fact.class);
        Addressee addressee = members.one("addressee", Addressee.class);
        Where where = where(members);
        ClockRule.Elsewhere elsewhere = elsewhere();
        Set<String> after = after(limits);
        boolean atMost = members.flag("atMost", "true");
        boolean repeats = members.flag("repeat", "until_resolved");
        String atOnce = members.textOrNull("atOnce", RuleMembers.MAX_TEXT);
        String note = members.textOrNull("note", RuleMembers.MAX_TEXT);
        if (limits.isEmpty() && atOnce == null) {
            map.problem("needs limits or atOnce");
        }
        map.refuseUnknown();
        return problems.none()
                ? new ClockRule(
                        id,
                        group,
                        title,
                        source,
                        applies,
                        limits,
                        counting,
                        strictWhen,
                        addressee,
                        where,
                        elsewhere,
                        after,
                        atMost,
                        repeats,
                        atOnce,
                        note)
                : null;
    }

    private Applicability applies() {
        LocalDate from = members.dateOrNull("from");
        LocalDate until = members.dateOrNull("until");
        if (from != null && until != null && until.isBefore(from)) {
            map.problem("until", "is before from");
            until = null;
        }
        return new Applicability(
                from,
                until,
                practical(),
                members.some("all", Fact.class),
                members.some("when", Fact.class),
                members.some("unless", Fact.class));
    }

    /** Establishment, unless the member says otherwise. */
    private Where where(RuleMembers of) {
        String code = of.textOrNull("where", RuleMembers.MAX_TITLE);
        return code == null
                ? Where.ESTABLISHMENT
                : Where.of(code).orElseGet(() -> {
                    map.problem("where", "must be incident, establishment, or a code like DE, US-CA or COMMISSION");
                    return Where.ESTABLISHMENT;
                });
    }

    private ClockRule.@Nullable Elsewhere elsewhere() {
        List<YamlMap> others = map.maps("elsewhere");
        if (others.isEmpty()) {
            return null;
        }
        if (others.size() > 1) {
            map.problem("elsewhere", "can be there once");
        }
        YamlMap other = others.get(0);
        RuleMembers of = new RuleMembers(other);
        ClockRule.Elsewhere elsewhere =
                new ClockRule.Elsewhere(of.one("when", Fact.class), of.one("addressee", Addressee.class), where(of));
        other.refuseUnknown();
        return elsewhere;
    }

    private Set<String> after(List<Limit> limits) {
        Set<String> after = Set.copyOf(map.texts("after"));
        boolean startsWithReport =
                limits.stream().anyMatch(limit -> limit.start().isReport());
        if (startsWithReport && after.isEmpty()) {
            map.problem("after", "must name the groups of rules whose reports start it");
        }
        if (!startsWithReport && !after.isEmpty()) {
            map.problem("after", "is only for limits that start with a report");
        }
        return after;
    }

    private List<PracticalFrom> practical() {
        List<PracticalFrom> dates = new ArrayList<>();
        for (YamlMap date : map.maps("practical")) {
            RuleMembers of = new RuleMembers(date);
            dates.add(new PracticalFrom(of.date("from"), of.text("scope", RuleMembers.MAX_TITLE)));
            date.refuseUnknown();
        }
        return dates;
    }

    private List<Limit> limits() {
        List<YamlMap> maps = map.maps("limits");
        if (maps.size() > MAX_LIMITS) {
            map.problem("limits", "are more than " + MAX_LIMITS);
            return List.of();
        }
        List<Limit> limits = new ArrayList<>();
        for (YamlMap limit : maps) {
            StartEvent start = new RuleMembers(limit).one("start", StartEvent.class);
            Length length = length(limit);
            limit.refuseUnknown();
            limits.add(new Limit(start, length));
        }
        return limits;
    }

    private static Length length(YamlMap limit) {
        RuleMembers members = new RuleMembers(limit);
        String amount = members.text("length", "[1-9]\\d{0,5}", "a whole number");
        String code = members.text("unit", RuleMembers.MAX_TITLE);
        LengthUnit unit = LengthUnit.of(code).orElse(null);
        if (unit == null) {
            limit.problem(
                    "unit",
                    "must be one of "
                            + Arrays.stream(LengthUnit.values())
                                    .map(LengthUnit::code)
                                    .collect(Collectors.joining(", ")));
        } else if (amount.matches("[1-9]\\d{0,5}")) {
            int number = Integer.parseInt(amount);
            if (number <= unit.most()) {
                return new Length(number, unit);
            }
            limit.problem("length", "must be from 1 to " + unit.most());
        }
        return Length.hours(1);
    }

    private Counting counting() {
        return Counting.of(members.text("counting", RuleMembers.MAX_TITLE)).orElseGet(() -> {
            map.problem(
                    "counting",
                    "must be one of "
                            + Arrays.stream(Counting.values())
                                    .map(Counting::code)
                                    .collect(Collectors.joining(", ")));
            return Counting.STRICT;
        });
    }
}
