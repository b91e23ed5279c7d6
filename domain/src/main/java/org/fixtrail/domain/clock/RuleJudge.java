package org.fixtrail.domain.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fixtrail.domain.counting.CountedEnd;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Limit;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.domain.obligation.Verdict;
import org.jspecify.annotations.Nullable;

/** Judges rules by the facts of one cycle of a failure: which apply, and when their clocks end. */
public final class RuleJudge {
    private static final String DETECTION =
            "nobody has said when the organisation became aware: the detection on record";

    private final LegalCase failure;
    private final int cycle;
    private final UUID row;
    private final Facts facts;
    private final Optional<TransitionFact> detection;
    private final Function<Jurisdiction, HolidayCalendar> calendars;
    private final ZoneId home;
    private final Instant now;

    /**
     * @param calendars the holidays of each place
     * @param home the organisation's zone, for a place that nobody knows
     */
    public RuleJudge(
            LegalCase failure,
            int cycle,
            LegalCase.Demand demand,
            Function<Jurisdiction, HolidayCalendar> calendars,
            ZoneId home,
            Instant now) {
        this.failure = failure;
        this.cycle = cycle;
        this.row = demand.row();
        this.detection = failure.timeline().reached(cycle, Stage.DETECTED);
        this.facts = withAwareness(demand.facts(), failure.timeline(), cycle);
        this.calendars = calendars;
        this.home = home;
        this.now = now;
    }

    /**
     * The facts with an awareness of the incident: where nobody has said when that was, the detection on record. Once it is
     * recorded with the answers, a detection that turns out to be earlier still counts, and one that is moved later does not.
     */
    public static Facts withAwareness(Facts facts, Timeline timeline, int cycle) {
        Moment stated = facts.moments().get(StartEvent.AWARE);
        return timeline.reached(cycle, Stage.DETECTED)
                .map(detected -> new Moment(detected.occurredAt(), DETECTION))
                .filter(detected -> stated == null
                        || stated.basis().equals(DETECTION) && detected.at().isBefore(stated.at()))
                .map(detected ->
                        new Facts(Map.of(), Set.of(), null, Map.of(StartEvent.AWARE, detected), Map.of()).over(facts))
                .orElse(facts);
    }

    /**
     * What is to be said of a rule for one addressee.
     *
     * @param dues when its clock ends, or would; more than one where it repeats, none where what starts it has not happened or
     *     it is a reminder
     */
    public record Judged(ClockRule rule, @Nullable Jurisdiction place, Verdict verdict, List<RuleDue> dues) {}

    /** One for each place in which the rule has an addressee. */
    public List<Judged> judge(ClockRule rule) {
        List<Judged> judged = new ArrayList<>();
        for (Jurisdiction place : rule.places(facts)) {
            judged.add(judge(rule, place));
        }
        return judged;
    }

    private Judged judge(ClockRule rule, @Nullable Jurisdiction place) {
        ZoneId zone = place == null ? home : place.zone();
        List<Start> starts = starts(rule, place);
        LocalDate day = starts.stream()
                .map(Start::at)
                .min(Comparator.naturalOrder())
                .or(() -> facts.at(StartEvent.AWARE).map(Moment::at))
                .orElse(now)
                .atZone(zone)
                .toLocalDate();
        Verdict verdict = rule.applies().judge(facts, place, day);
        List<RuleDue> dues = new ArrayList<>();
        for (Start start : starts) {
            RuleDue due = due(rule, place, zone, start, verdict);
            RuleDue before = dues.isEmpty() ? null : dues.get(dues.size() - 1);
            if (before == null || before.round() != due.round()) {
                dues.add(due);
            } else if (due.endsBefore(before)) {
                dues.set(dues.size() - 1, due);
            }
        }
        return new Judged(rule, place, verdict, dues);
    }

    /** A limit and when it begins to run; those of one round stand together. */
    private record Start(int round, Limit limit, Instant at, UUID row, String basis) {}

    private List<Start> starts(ClockRule rule, @Nullable Jurisdiction place) {
        return rule.limits().stream()
                .flatMap(limit -> limit.start().isReport() ? byReport(rule, limit, place) : byMoment(limit))
                .sorted(Comparator.comparingInt(Start::round))
                .toList();
    }

    private Stream<Start> byMoment(Limit limit) {
        return facts.at(limit.start()).stream().map(moment -> {
            boolean detected = moment.basis().equals(DETECTION) && detection.isPresent();
            return new Start(0, limit, moment.at(), detected ? detection.get().id() : row, moment.basis());
        });
    }

    private Stream<Start> byReport(ClockRule rule, Limit limit, @Nullable Jurisdiction place) {
        Set<String> groups = new HashSet<>(rule.after());
        if (rule.repeats()) {
            groups.add(rule.group());
        }
        List<LegalCase.Report> reports = failure.reports(cycle, groups, place);
        List<Start> starts = new ArrayList<>();
        for (LegalCase.Report report : reports) {
            String basis = report.kind().label() + " report";
            starts.add(new Start(rule.repeats() ? starts.size() + 1 : 0, limit, report.at(), report.row(), basis));
        }
        if (rule.repeats() || starts.size() < 2) {
            return starts.stream();
        }
        return Stream.of(limit.start().isLastReport() ? starts.get(starts.size() - 1) : starts.get(0));
    }

    private RuleDue due(ClockRule rule, @Nullable Jurisdiction place, ZoneId zone, Start start, Verdict verdict) {
        HolidayCalendar calendar = place == null ? HolidayCalendar.NONE : calendars.apply(place);
        CountedEnd end = rule.counting(facts).count(start.at(), start.limit().length(), zone, calendar);
        return new RuleDue(
                place,
                start.round(),
                start.limit().start(),
                start.row(),
                start.basis(),
                rule.addressee(facts),
                calendar.id(),
                verdict.grounds(),
                end);
    }

    /** When the incident was resolved, which ends what repeats. */
    Optional<Moment> resolved() {
        return facts.at(StartEvent.RESOLVED);
    }
}
