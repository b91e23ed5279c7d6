package org.fixtrail.services.prepared;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.failure.StageDetails;
import org.fixtrail.domain.failure.StageFields;
import org.fixtrail.domain.failure.TransitionFact;
import org.fixtrail.domain.obligation.Coded;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.StartEvent;

/** A value of the record by the name that templates bind to; one line each, none where nothing is on record. */
public enum RecordValue implements Coded {
    ORGANISATION("organisation", "name of the organisation", of -> lines(of.organisation())),
    ORGANISATION_AS_PROVIDER(
            "organisation_as_provider", "the organisation, where it is the provider", of -> provider(of)),
    OPERATOR_ROLE("operator_role", "what the organisation is with regard to the AI system", of -> role(of)),
    ADDRESSEE(
            "addressee",
            "to whom the report goes",
            of -> lines(of.basis().addressee().label())),
    ADDRESSEE_COUNTRY(
            "addressee_country",
            "state of the addressee",
            of -> optional(Optional.ofNullable(of.clock().place())
                    .filter(Jurisdiction::isState)
                    .map(Jurisdiction::label))),
    REPORT_KIND(
            "report_kind", "which report it is to become", of -> lines(of.kind().label())),
    EMERGED("emerged", "first occurrence", of -> at(of, Stage.EMERGED)),
    LAST_OCCURRENCE(
            "last_occurrence",
            "last occurrence on record",
            of -> optional(Optional.ofNullable(of.failure().lastOccurrenceAt())
                    .map(at -> "last occurrence on record " + of.time(at)))),
    RESOLVED("resolved", "when the incident was resolved", of -> moment(of, StartEvent.RESOLVED)),
    DETECTED("detected", "detection, with its time", of -> at(of, Stage.DETECTED)),
    DETECTION_SOURCE(
            "detection_source",
            "who or what noticed it",
            of -> optional(of.details(Stage.DETECTED).text("source").map(RecordValue::words))),
    AWARE("aware", "awareness of the incident", of -> moment(of, StartEvent.AWARE)),
    AWARE_REPORTABLE(
            "aware_reportable", "awareness that it is reportable", of -> moment(of, StartEvent.AWARE_REPORTABLE)),
    MODEL_INVOLVED(
            "model_involved", "whether the model was involved", of -> answered(of, List.of(Fact.MODEL_INVOLVED))),
    HARM("harm", "the kinds of harm that were answered with yes", of -> answered(of, HarmFacts.ALL)),
    SYSTEM_NAME("system_name", "name of the AI system", of -> lines(of.system().name())),
    SYSTEM_PURPOSE(
            "system_purpose",
            "purpose of the AI system",
            of -> lines(of.system().purpose())),
    AFFECTED_VERSION(
            "affected_version",
            "the version that fails",
            of -> optional(Optional.ofNullable(of.said().affectedVersion()))),
    FAILURE(
            "failure",
            "title and id of the failure",
            of -> lines(of.said().title() + " (F-" + of.failure().id() + ")")),
    DESCRIPTION(
            "description", "what was said of the failure", of -> lines(of.said().description())),
    CLASSIFICATION(
            "classification",
            "severity, category and kind",
            of -> lines(Stream.of(
                            of.failure().severity().label(),
                            of.failure().category().label(),
                            of.failure().kind().label())
                    .collect(joining(", ")))),
    OCCURRENCES(
            "occurrences",
            "number of occurrences",
            of -> lines(of.failure().occurrences()
                    + (of.failure().occurrences() == 1 ? " occurrence is on record" : " occurrences are on record"))),
    ROOT_CAUSE(
            "root_cause",
            "the root cause",
            of -> optional(of.details(Stage.ANALYSED).text("rootCause"))),
    CONTAINMENT(
            "containment",
            "interim measures that stop harm",
            of -> of.trail().stream()
                    .filter(fact -> fact.stage() == Stage.CONTAINED)
                    .flatMap(fact -> fact.details().text("measure").stream()
                            .map(text -> of.time(fact.occurredAt()) + ": " + text))
                    .toList()),
    REMEDY("remedy", "the remedy that was chosen, with its target date", of -> remedy(of)),
    CORRECTIVE(
            "corrective",
            "what was done for the fix since",
            of -> of.trail().stream()
                    .filter(fact -> fact.stage().number() >= Stage.CURATED.number())
                    .map(fact -> event(of, fact))
                    .toList()),
    TRAIL(
            "trail",
            "every stage with its time",
            of -> of.trail().stream().map(fact -> event(of, fact)).toList()),
    REPORTS_ON_CLOCK(
            "reports_on_clock", "reports on the same clock", of -> reports(of, ReportSource.SentReport::sameClock)),
    REPORTS_UNDER_OTHER_LAW(
            "reports_under_other_law",
            "reports on clocks of other packs of rules",
            of -> reports(of, ReportSource.SentReport::otherLaw)),
    REPORTS("reports", "all reports", of -> reports(of, report -> true)),
    RULE(
            "rule",
            "the rule that governs",
            of -> lines(of.basis().ruleId() + ", "
                    + of.rule().map(rule -> rule.source().article() + ", ").orElse("")
                    + "edition of " + of.basis().edition())),
    CLOCK_START(
            "clock_start",
            "what started the clock, and how that is known",
            of -> lines(of.basis().event().label() + ", " + of.time(of.clock().startedAt()) + " ("
                    + of.basis().start() + ")")),
    CLOCK_GROUNDS("clock_grounds", "why the rule applies", of -> of.basis().grounds()),
    DEADLINE(
            "deadline",
            "the three instants of the deadline",
            of -> List.of(
                    "strict " + of.time(of.clock().deadline().strictAt()),
                    "rolled " + of.time(of.clock().deadline().rolledAt()),
                    "legal " + of.time(of.clock().legalAt()))),
    ANSWERS(
            "answers",
            "all answers",
            of -> of.facts().answers().entrySet().stream()
                    .map(answer -> answer.getKey().label() + ": " + (answer.getValue() ? "yes" : "no"))
                    .toList()),
    PLACES(
            "places",
            "where it happened",
            of -> of.facts().jurisdictions().stream().map(Jurisdiction::label).toList()),
    MOMENTS(
            "moments",
            "when the events were that start clocks",
            of -> of.facts().moments().keySet().stream()
                    .flatMap(event -> moment(of, event).stream().map(text -> event.label() + ": " + text))
                    .toList());

    private static final int LONGEST_DETAIL = 300;

    private final String code;
    private final String label;
    private final Function<ReportSource, List<String>> value;

    RecordValue(String code, String label, Function<ReportSource, List<String>> value) {
        this.code = code;
        this.label = label;
        this.value = value;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    List<String> of(ReportSource source) {
        return value.apply(source).stream().filter(line -> !line.isBlank()).toList();
    }

    /** The limbs of Article 3(49), and what the Code of Practice adds. */
    private static final class HarmFacts {
        static final List<Fact> ALL = List.of(
                Fact.DEATH,
                Fact.HEALTH,
                Fact.CRITICAL_INFRASTRUCTURE,
                Fact.FUNDAMENTAL_RIGHTS,
                Fact.PROPERTY,
                Fact.ENVIRONMENT,
                Fact.CYBER_BREACH);
    }

    private static List<String> lines(String line) {
        return List.of(line);
    }

    private static List<String> optional(Optional<String> line) {
        return line.stream().toList();
    }

    private static List<String> at(ReportSource of, Stage stage) {
        return optional(of.reached(stage).map(fact -> of.time(fact.occurredAt())));
    }

    private static List<String> moment(ReportSource of, StartEvent event) {
        return optional(of.moment(event).map(moment -> of.time(moment.at()) + " (" + moment.basis() + ")"));
    }

    private static List<String> answered(ReportSource of, List<Fact> facts) {
        return facts.stream()
                .filter(fact -> of.facts().is(fact, of.clock().place()).orElse(false))
                .map(Fact::label)
                .toList();
    }

    private static List<String> provider(ReportSource of) {
        return is(of, Fact.PROVIDER) ? lines(of.organisation()) : List.of();
    }

    private static List<String> role(ReportSource of) {
        return Stream.of(Fact.PROVIDER, Fact.DEPLOYER)
                .filter(fact -> is(of, fact))
                .map(fact -> fact.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean is(ReportSource of, Fact fact) {
        return of.facts().is(fact, of.clock().place()).orElse(false);
    }

    private static List<String> remedy(ReportSource of) {
        StageDetails decided = of.details(Stage.DECIDED);
        return optional(decided.remedy()
                .map(remedy -> remedy.label()
                        + decided.text("targetDate")
                                .map(date -> ", to be there on " + date)
                                .orElse("")));
    }

    /** A stage with what was recorded with it, in few words; who did it stays out: people are no part of a report. */
    private static String event(ReportSource of, TransitionFact fact) {
        String details = StageFields.of(fact.stage()).stream()
                .filter(field -> TOLD.contains(field.name()))
                .flatMap(field ->
                        fact.details().text(field.name()).stream().map(text -> field.label() + ": " + shortened(text)))
                .collect(joining("; "));
        return of.time(fact.occurredAt()) + " " + fact.stage().label() + (details.isEmpty() ? "" : ". " + details);
    }

    /** What of a stage is told outside: never names of people, nor internal notes. */
    private static final List<String> TOLD =
            List.of("source", "rootCause", "remedy", "targetDate", "version", "measure", "conclusion", "interactions");

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.matches("[A-Z][A-Z_]+")
                ? words(line)
                : line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "\u2026" : line;
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static List<String> reports(ReportSource of, java.util.function.Predicate<ReportSource.SentReport> which) {
        return of.reports().stream()
                .filter(which)
                .map(report -> told(of, report))
                .toList();
    }

    private static String told(ReportSource of, ReportSource.SentReport report) {
        Submission sent = report.submission();
        return of.time(sent.submittedAt()) + " " + sent.kind().label() + ", to " + sent.addressee()
                + (sent.reference().isEmpty() ? "" : ", reference " + sent.reference()) + " (" + report.obligation()
                + ")";
    }
}
