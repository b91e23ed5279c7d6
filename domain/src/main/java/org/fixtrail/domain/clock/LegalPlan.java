package org.fixtrail.domain.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Moments;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.Verdict;

/**
 * Which clocks of laws, standards and codes run on one failure, and where each stands. The rules:
 *
 * <ul>
 *   <li>Of the rules that ask for the same report to the same place, the one that ends first governs: a death turns 15 days
 *       into 10.
 *   <li>A clock runs if any answers ask for it, those in force or those that wait for a second person; where both ask, the
 *       earlier end counts. So what is taken away goes only with the second person, and what is added is there at once.
 *   <li>A clock keeps the edition of the rules under which it began, unless the organisation decided that running clocks
 *       follow a later one. Once it is met or missed it also keeps its rule, as long as that applies.
 *   <li>It is met by the first report that is more than a follow-up. It never pauses. Only a dismissed failure, or two people
 *       who call the duty not applicable, make it void; a merge, an accepted risk or a retirement do not.
 * </ul>
 */
public final class LegalPlan {
    private final LegalCase failure;
    private final RuleBook book;
    private final Function<Jurisdiction, HolidayCalendar> calendars;
    private final ZoneId home;
    private final Collection<RunningClock> existing;
    private final Instant now;

    private LegalPlan(
            LegalCase failure,
            RuleBook book,
            Function<Jurisdiction, HolidayCalendar> calendars,
            ZoneId home,
            Collection<RunningClock> existing,
            Instant now) {
        this.failure = failure;
        this.book = book;
        this.calendars = calendars;
        this.home = home;
        this.existing = existing.stream().filter(RunningClock::isOfRule).toList();
        this.now = now;
    }

    /**
     * @param calendars the holidays of each place
     * @param home the organisation's zone, for a place that nobody knows
     * @param existing the failure's clocks as they stand; those of targets are passed over
     * @return what each existing clock should be, and those that should start
     */
    public static List<PlannedClock> of(
            LegalCase failure,
            RuleBook book,
            Function<Jurisdiction, HolidayCalendar> calendars,
            ZoneId home,
            Collection<RunningClock> existing,
            Instant now) {
        return new LegalPlan(failure, book, calendars, home, existing, now).plan();
    }

    /** A rule that applies, when it is due, and whether a resolved incident has ended its repetition. */
    private record Candidate(RuleBook.Entry entry, RuleDue due, Optional<Moment> resolved) {}

    private List<PlannedClock> plan() {
        Map<ClockKey, List<Candidate>> wanted = new LinkedHashMap<>();
        failure.demands().keySet().stream().sorted().forEach(cycle -> collect(cycle, wanted));
        List<PlannedClock> plans = new ArrayList<>();
        wanted.forEach((key, candidates) -> plans.add(plan(key, candidates)));
        existing.stream()
                .filter(clock -> !wanted.containsKey(clock.key()))
                .forEach(clock -> plans.add(PlannedClock.gone(clock, whyGone(clock))));
        return plans.stream()
                .filter(plan ->
                        plan.state() != ClockState.VOID || known(plan.key()).isPresent())
                .toList();
    }

    private void collect(int cycle, Map<ClockKey, List<Candidate>> wanted) {
        for (RuleJudge judge : judges(cycle)) {
            for (RuleBook.Entry entry : entries(cycle)) {
                for (RuleJudge.Judged judged : judge.judge(entry.rule())) {
                    if (judged.verdict().applies()) {
                        judged.dues()
                                .forEach(due -> wanted.computeIfAbsent(
                                                ClockKey.ofRules(
                                                        cycle, entry.rule().group(), due.place(), due.round()),
                                                key -> new ArrayList<>())
                                        .add(new Candidate(entry, due, judge.resolved())));
                    }
                }
            }
        }
    }

    private List<RuleJudge> judges(int cycle) {
        return failure.demands().getOrDefault(cycle, List.of()).stream()
                .map(demand -> new RuleJudge(failure, cycle, demand, calendars, home, now))
                .toList();
    }

    /** The rules in force; those of a pack under which clocks of the cycle run already, in the edition that they keep. */
    private List<RuleBook.Entry> entries(int cycle) {
        List<RuleBook.Entry> held = existing.stream()
                .filter(clock -> clock.cycle() == cycle)
                .map(clock -> clock.terms().ruleRow())
                .distinct()
                .flatMap(row -> book.continuing(row).stream())
                .distinct()
                .toList();
        return Stream.concat(
                        held.stream(),
                        book.current().stream().filter(entry -> held.stream().noneMatch(entry::sharesPack)))
                .toList();
    }

    private PlannedClock plan(ClockKey key, List<Candidate> candidates) {
        Optional<RunningClock> running = known(key);
        PlannedClock governing = judge(key, earliest(candidates));
        return running.filter(clock -> clock.state() != ClockState.VOID)
                .flatMap(clock -> candidates.stream()
                        .filter(candidate -> candidate
                                .entry()
                                .rule()
                                .id()
                                .equals(clock.terms().ruleId()))
                        .min(Comparator.comparing(
                                candidate -> candidate.due().end().legalAt())))
                .map(held -> judge(key, held))
                .filter(PlannedClock::settled)
                .orElse(governing);
    }

    private static Candidate earliest(List<Candidate> candidates) {
        Candidate earliest = candidates.get(0);
        for (Candidate candidate : candidates) {
            earliest = candidate.due().endsBefore(earliest.due()) ? candidate : earliest;
        }
        return earliest;
    }

    private PlannedClock judge(ClockKey key, Candidate candidate) {
        ClockTerms terms = ClockTerms.of(candidate.entry(), candidate.due(), failure.severity());
        PlannedClock clock = new PlannedClock(key, terms, ClockState.RUNNING, null, "", null);
        boolean waived = known(key)
                .filter(running -> failure.waivedClocks().contains(running.id()))
                .isPresent();
        if (waived) {
            return clock.voided("two people called it not applicable");
        }
        Optional<TransitionFact> dismissed =
                failure.timeline().ending().filter(ending -> ending.stage() == Stage.DISMISSED);
        if (dismissed.isPresent()) {
            return clock.voided("the failure is dismissed since "
                    + Moments.text(dismissed.get().occurredAt()));
        }
        Optional<LegalCase.Report> answer = answer(key, terms.deadline().startedAt());
        if (answer.isPresent()) {
            Instant at = Moments.toMicros(answer.get().at());
            return clock.met(at, answer.get().kind().label() + " report of " + Moments.text(at));
        }
        Optional<Moment> resolved =
                candidate.resolved().filter(moment -> candidate.entry().rule().repeats());
        return resolved.filter(moment -> !moment.at().isAfter(terms.deadline().legalAt()))
                .map(moment -> clock.voided("the incident was resolved at " + Moments.text(moment.at())))
                .orElseGet(() -> clock.open(now));
    }

    /** What met it: for a rule that repeats, the report after the one that began the round, which may have been taken back. */
    private Optional<LegalCase.Report> answer(ClockKey key, Instant started) {
        String group = Objects.requireNonNull(key.group());
        Stream<LegalCase.Report> reports = failure.reports(key.cycle(), Set.of(group), key.place()).stream();
        return key.round() == 0
                ? reports.filter(report -> report.kind().answers()).findFirst()
                : reports.filter(report -> report.clock().round() == key.round())
                        .filter(report -> report.at().isAfter(started))
                        .findFirst();
    }

    private Optional<RunningClock> known(ClockKey key) {
        return existing.stream().filter(clock -> clock.key().equals(key)).findFirst();
    }

    private String whyGone(RunningClock clock) {
        String ruleId = String.valueOf(clock.terms().ruleId());
        if (book.isWaived(ruleId)) {
            return "two people called " + ruleId + " not applicable in the organisation";
        }
        return judges(clock.cycle()).stream()
                .flatMap(judge -> book.continuing(clock.terms().ruleRow()).stream()
                        .filter(entry -> entry.rule().id().equals(ruleId))
                        .flatMap(entry -> judge.judge(entry.rule()).stream()))
                .filter(judged -> Objects.equals(judged.place(), clock.place()))
                .map(RuleJudge.Judged::verdict)
                .filter(verdict -> !verdict.applies())
                .map(LegalPlan::words)
                .findFirst()
                .orElse("what started it is no longer on record");
    }

    private static String words(Verdict verdict) {
        return verdict.standing().label().toLowerCase(Locale.ROOT) + ": " + String.join("; ", verdict.grounds());
    }
}
