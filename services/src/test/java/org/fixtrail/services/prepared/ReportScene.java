package org.fixtrail.services.prepared;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.clock.ClockBasis;
import org.fixtrail.domain.clock.LegalCase;
import org.fixtrail.domain.clock.LegalPlan;
import org.fixtrail.domain.clock.PlannedClock;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RuleBook;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.failure.Failure;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.StageDetailsReader;
import org.fixtrail.domain.failure.Timeline;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Moment;
import org.fixtrail.domain.obligation.StartEvent;
import org.fixtrail.domain.system.AiSystem;
import org.fixtrail.domain.system.OperatorRole;
import org.fixtrail.domain.system.RiskClass;
import org.fixtrail.domain.system.SystemRevision;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.counting.KnownCalendar;
import org.fixtrail.services.obligation.RulePacks;
import org.jspecify.annotations.Nullable;

/** A failure in Germany with what a test puts on record, and the report that its legal clock asks for. */
final class ReportScene {
    static final RulePacks PACKS = new RulePacks();
    private static final HolidayCalendars CALENDARS = new HolidayCalendars();
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID ORGANISATION = new UUID(1, 1);
    private static final UUID SYSTEM = new UUID(3, 3);

    private final Failure failure = new Failure(new UUID(2, 2), ORGANISATION, SYSTEM);
    private final List<TransitionFact> transitions = new ArrayList<>();
    private final Map<Fact, Boolean> answers = new EnumMap<>(Fact.class);
    private final Map<StartEvent, Moment> moments = new EnumMap<>(StartEvent.class);
    private final List<ReportSource.SentReport> sent = new ArrayList<>();
    private ReportKind kind = ReportKind.INITIAL;
    private String description = "";
    private @Nullable String affectedVersion;

    /** The organisation provides a high-risk system, and became aware on a Friday morning. */
    static ReportScene ofProvider(Fact... harm) {
        ReportScene scene = new ReportScene();
        scene.answers.put(Fact.PROVIDER, true);
        scene.answers.put(Fact.HIGH_RISK, true);
        for (Fact fact : harm) {
            scene.answers.put(fact, true);
        }
        scene.moments.put(StartEvent.AWARE, new Moment(Instant.parse("2026-11-20T08:00:00Z"), "mail of the hospital"));
        return scene;
    }

    /** The organisation has signed the Code of Practice, and its model was involved. */
    static ReportScene ofModel() {
        ReportScene scene = new ReportScene();
        for (Fact fact : List.of(Fact.COP_SIGNATORY, Fact.GPAI_SYSTEMIC_RISK, Fact.MODEL_INVOLVED, Fact.DEATH)) {
            scene.answers.put(fact, true);
        }
        scene.moments.put(StartEvent.AWARE, new Moment(Instant.parse("2026-11-20T08:00:00Z"), "call"));
        return scene;
    }

    ReportScene answer(Fact fact, boolean yes) {
        answers.put(fact, yes);
        return this;
    }

    ReportScene as(ReportKind wanted) {
        kind = wanted;
        return this;
    }

    ReportScene said(String words, String version) {
        description = words;
        affectedVersion = version;
        return this;
    }

    ReportScene moment(StartEvent event, String at) {
        moments.put(event, new Moment(Instant.parse(at), "as the minutes say"));
        return this;
    }

    ReportScene reached(Stage stage, String at, Map<String, ? extends Object> details) {
        StageDetailsReader.Reading reading = StageDetailsReader.read(stage, details);
        return transition(stage, at, reading.details());
    }

    private ReportScene transition(Stage stage, String at, StageDetails details) {
        transitions.add(new TransitionFact(
                UUID.randomUUID(),
                failure.id(),
                1,
                stage,
                Instant.parse(at),
                Instant.parse(at),
                transitions.size(),
                Actor.SERVER,
                details,
                false,
                null,
                null,
                false,
                false));
        return this;
    }

    /** A report that went out before, on another clock under another law. */
    ReportScene reportedElsewhere(String addressee) {
        RunningClock clock = clock();
        sent.add(new ReportSource.SentReport(
                new Submission(UUID.randomUUID(), clock, ReportKind.INITIAL, NOW, addressee, "AZ 1", true, "", null),
                "GDPR-33",
                false,
                true));
        return this;
    }

    PreparedReport prepared() {
        ReportSource source = source();
        ReportTemplates templates = new ReportTemplates();
        ReportTemplate template = templates.forRule(source.basis().ruleId());
        return PrepareReport.prepared(source, template, templates.record(), NOW);
    }

    private ReportSource source() {
        FailureRevision said = new FailureRevision(
                UUID.randomUUID(),
                failure.id(),
                SYSTEM,
                1,
                "Wrong dose",
                description,
                Severity.CRITICAL,
                MistakeCategory.FACTUAL_ERROR,
                FailureKind.SERIOUS_INCIDENT,
                null,
                affectedVersion,
                null,
                null,
                null,
                false,
                "",
                "");
        failure.apply(said, NOW);
        AiSystem system = new AiSystem(SYSTEM, ORGANISATION);
        system.apply(new SystemRevision(
                UUID.randomUUID(),
                SYSTEM,
                "Dose advisor",
                "proposes doses",
                RiskClass.HIGH_RISK,
                OperatorRole.PROVIDER,
                "Owner",
                "",
                List.of(),
                null));
        RunningClock clock = clock();
        ClockBasis basis = clock.terms().basis().orElseThrow();
        return new ReportSource(
                "Clinic AG",
                kind,
                clock,
                basis,
                PACKS.rule(basis.ruleId()),
                failure,
                said,
                timeline(),
                system,
                facts(),
                sent);
    }

    private Timeline timeline() {
        return Timeline.of(transitions, NOW, Long.MAX_VALUE);
    }

    private Facts facts() {
        return new Facts(answers, Set.of(Jurisdiction.DE), null, moments, Map.of());
    }

    /** The one legal clock that runs. */
    RunningClock clock() {
        List<RuleBook.Edition> editions = PACKS.all().stream()
                .map(pack -> new RuleBook.Edition(UUID.randomUUID(), 0, false, pack))
                .toList();
        LegalCase legal = new LegalCase(
                timeline(),
                Severity.CRITICAL,
                Map.of(1, List.of(new LegalCase.Demand(UUID.randomUUID(), facts()))),
                List.of(),
                Set.of());
        PlannedClock planned = LegalPlan.of(
                        legal,
                        new RuleBook(editions, editions, Set.of()),
                        place -> CALENDARS
                                .find(place.code())
                                .map(KnownCalendar::holidays)
                                .orElse(HolidayCalendar.NONE),
                        ZoneId.of("Europe/Berlin"),
                        List.of(),
                        NOW)
                .get(0);
        RunningClock clock =
                new RunningClock(UUID.randomUUID(), ORGANISATION, failure.id(), SYSTEM, planned.key(), "Europe/Berlin");
        clock.follow(planned, NOW);
        return clock;
    }
}
