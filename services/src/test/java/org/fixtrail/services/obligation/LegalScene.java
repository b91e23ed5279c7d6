package org.fixtrail.services.obligation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.LegalCase;
import org.fixtrail.domain.clock.LegalPlan;
import org.fixtrail.domain.clock.PlannedClock;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RuleJudge;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.RulePack;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.counting.KnownCalendar;

/** One failure under the rules that we bring, with the holidays of the real calendars; a test tells its story step by step. */
final class LegalScene {
    private static final RulePacks PACKS = new RulePacks();
    private static final HolidayCalendars CALENDARS = new HolidayCalendars();

    final List<RunningClock> clocks = new ArrayList<>();
    final Set<UUID> waivedClocks = new HashSet<>();
    final Set<String> waivedRules = new HashSet<>();
    final List<RuleBook.Edition> editions = new ArrayList<>();
    private final List<TransitionFact> transitions = new ArrayList<>();
    private final List<LegalCase.Report> reports = new ArrayList<>();
    private final Map<Fact, Boolean> answers = new EnumMap<>(Fact.class);
    private final Map<StartEvent, Moment> moments = new EnumMap<>(StartEvent.class);
    private Set<Jurisdiction> jurisdictions = Set.of();
    private Map<Jurisdiction, OperatorRole> markets = Map.of();
    private List<LegalCase.Demand> demands = List.of();

    LegalScene() {
        long order = 0;
        for (RulePack pack : PACKS.all()) {
            editions.add(new RuleBook.Edition(UUID.randomUUID(), order++, false, pack));
        }
    }

    /** A provider's high-risk system in Germany; the organisation became aware at this moment. */
    static LegalScene germanProvider(String aware) {
        LegalScene scene = new LegalScene();
        scene.yes(Fact.PROVIDER, Fact.HIGH_RISK);
        scene.in(Jurisdiction.DE);
        scene.moment(StartEvent.AWARE, aware);
        return scene;
    }

    LegalScene yes(Fact... facts) {
        for (Fact fact : facts) {
            answers.put(fact, true);
        }
        return state();
    }

    LegalScene no(Fact... facts) {
        for (Fact fact : facts) {
            answers.put(fact, false);
        }
        return state();
    }

    LegalScene in(Jurisdiction... places) {
        jurisdictions = Set.of(places);
        return state();
    }

    LegalScene markets(Map<Jurisdiction, OperatorRole> roles) {
        markets = roles;
        return state();
    }

    LegalScene moment(StartEvent event, String at) {
        moments.put(event, new Moment(Instant.parse(at), "a test says so"));
        return state();
    }

    private LegalScene state() {
        demands = List.of(new LegalCase.Demand(UUID.randomUUID(), facts()));
        return this;
    }

    Facts facts() {
        return new Facts(answers, jurisdictions, null, moments, markets);
    }

    /** Beside the answers in force there are others that wait for a second person. */
    void waiting(LegalCase.Demand inForce, LegalCase.Demand waiting) {
        demands = List.of(inForce, waiting);
    }

    void transition(Stage stage, String at) {
        transitions.add(new TransitionFact(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                stage,
                Instant.parse(at),
                Instant.parse(at),
                transitions.size(),
                Actor.SERVER,
                StageDetails.NONE,
                false,
                null,
                null,
                false,
                false));
    }

    /** The detection on record is superseded by one at another time. */
    void detectedAt(String at) {
        transitions.removeIf(transition -> transition.stage() == Stage.DETECTED);
        transition(Stage.DETECTED, at);
    }

    /** The answers as they are recorded, with the awareness that holds at this moment. */
    void record(String now) {
        Timeline timeline = Timeline.of(transitions, Instant.parse(now), Long.MAX_VALUE);
        demands = List.of(new LegalCase.Demand(UUID.randomUUID(), RuleJudge.withAwareness(facts(), timeline, 1)));
    }

    void report(RunningClock clock, ReportKind kind, String at) {
        reports.add(new LegalCase.Report(UUID.randomUUID(), clock.key(), kind, Instant.parse(at)));
        reports.sort(Comparator.comparing(LegalCase.Report::at));
    }

    void retract(ReportKind kind) {
        reports.removeIf(report -> report.kind() == kind);
    }

    RuleBook book() {
        Map<String, RuleBook.Edition> current = new LinkedHashMap<>();
        editions.forEach(edition -> current.put(edition.pack().id(), edition));
        return new RuleBook(editions, current.values(), waivedRules);
    }

    LegalCase legal(String now) {
        return new LegalCase(
                Timeline.of(transitions, Instant.parse(now), Long.MAX_VALUE),
                Severity.HIGH,
                Map.of(1, demands),
                reports,
                waivedClocks);
    }

    List<PlannedClock> plan(String now) {
        return LegalPlan.of(
                legal(now), book(), LegalScene::holidays, ZoneId.of("Europe/Paris"), clocks, Instant.parse(now));
    }

    static HolidayCalendar holidays(Jurisdiction place) {
        return CALENDARS.find(place.code()).map(KnownCalendar::holidays).orElse(HolidayCalendar.NONE);
    }

    /** Brings all clocks up to date, and tells what happened to them. */
    List<ClockEvent> refresh(String now) {
        List<ClockEvent> events = new ArrayList<>();
        for (PlannedClock planned : plan(now)) {
            RunningClock clock = clocks.stream()
                    .filter(known -> known.key().equals(planned.key()))
                    .findFirst()
                    .orElseGet(() -> {
                        UUID id = UUID.randomUUID();
                        RunningClock begun = new RunningClock(id, id, id, id, planned.key(), "Europe/Berlin");
                        clocks.add(begun);
                        return begun;
                    });
            events.addAll(clock.follow(planned, Instant.parse(now)));
        }
        return events;
    }

    /** The clock of a group of rules; the one that began last, if there are several. */
    RunningClock clock(String group) {
        return clocks.stream()
                .filter(clock -> group.equals(clock.key().group()))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no clock of " + group));
    }

    List<String> groups() {
        return clocks.stream().map(clock -> String.valueOf(clock.key().group())).toList();
    }
}
