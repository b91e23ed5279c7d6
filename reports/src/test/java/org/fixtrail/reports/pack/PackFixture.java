package org.fixtrail.reports.pack;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.Incidence;
import org.fixtrail.domain.lag.Outcome;
import org.fixtrail.services.pack.LagCurve;
import org.fixtrail.services.pack.LagRow;
import org.fixtrail.services.pack.LagRow.Quantile;
import org.fixtrail.services.pack.PackClock;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackFailure;
import org.fixtrail.services.pack.PackIssue;
import org.fixtrail.services.pack.PackLag;
import org.fixtrail.services.pack.PackLedger;
import org.fixtrail.services.pack.PackMark;
import org.fixtrail.services.pack.PackOrganisation;
import org.fixtrail.services.pack.PackPerson;
import org.fixtrail.services.pack.PackRole;
import org.fixtrail.services.pack.PackScope;
import org.fixtrail.services.pack.PackSummary;
import org.fixtrail.services.pack.PackTransition;
import org.fixtrail.services.pack.PackTransition.Detail;
import org.jspecify.annotations.Nullable;

/** Packs as a real organisation might issue them; the same call gives the same content. */
public final class PackFixture {
    private static final Instant AS_OF = Instant.parse("2026-06-30T10:00:00Z");
    private static final Instant START = Instant.parse("2026-01-07T08:00:00Z");
    private static final PackPerson ANALYST = new PackPerson("p-7f3a9c21", "Ines Okafor");
    private static final PackPerson ENGINEER = new PackPerson("p-19bb04e7", "Tomasz Lindqvist");
    private static final PackPerson REVIEWER = new PackPerson("p-c2d8815f", "Maya Ferreira");
    private static final List<String> TITLES = List.of(
            "Emergency symptoms answered with self-care advice",
            "Child dosage calculated with adult weight",
            "Contraindication between two common drugs missed",
            "Refuses to escalate after the third complaint",
            "Quotes a clinic's opening hours of last year",
            "Answers in English when asked in Portuguese");

    private static final List<Severity> SEVERITIES =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
    private static final List<MistakeCategory> CATEGORIES = List.of(
            MistakeCategory.WRONG_RECOMMENDATION,
            MistakeCategory.FACTUAL_ERROR,
            MistakeCategory.MISSING_CONTEXT,
            MistakeCategory.ESCALATION_FAILURE);

    private PackFixture() {}

    private static final Incidence INCIDENCE = new Incidence(
            Duration.ofDays(47),
            List.of(
                    new Incidence.Event(Outcome.REACHED, 60, 0.75),
                    new Incidence.Event(Outcome.RISK_ACCEPTED, 5, 0.0625)),
            0.1875,
            0.8);

    /** A handful of failures in two AI systems, one of them with a superseded step, and two missed clocks. */
    public static PackContent aSmallPack() {
        return aPackOf(6);
    }

    /** Nothing happened yet. */
    public static PackContent anEmptyPack() {
        Quantile none = Quantile.NOT_REACHED;
        LagRow row = new LagRow(
                LagRow.Group.OVERALL, "", Stage.DETECTED, Stage.DEPLOYED, 0, 0, none, none, none, null, 0, null);
        return pack(
                List.of(),
                new PackSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                new PackLag(List.of(row), List.of(), null),
                List.of());
    }

    public static PackContent aPackOf(int failures) {
        Random random = new Random(20_261_120);
        List<PackFailure> register = new ArrayList<>();
        for (int i = 0; i < failures; i++) {
            register.add(failure(i, random, TITLES.get(i % TITLES.size())));
        }
        return aPackWith(register);
    }

    /** One failure whose title, system and details say this. */
    public static PackContent aPackThatSays(String words) {
        return aPackWith(List.of(failure(0, new Random(1), words), failure(1, new Random(2), words)));
    }

    public static PackContent aPackWith(List<PackFailure> register) {
        PackSummary summary = new PackSummary(register.size(), register.size() / 2, 2, 0, 0, 1, 1, 1, 1, 1);
        List<PackClock> clocks = List.of(
                new PackClock(
                        "Critical: deployed within 14 days",
                        register.get(0).id(),
                        day(47),
                        day(61),
                        "met late",
                        day(80),
                        Duration.ofDays(19)),
                new PackClock(
                        "High: analysed within 48 hours",
                        register.get(register.size() - 1).id(),
                        day(100),
                        day(102),
                        "breached",
                        null,
                        Duration.between(day(102), AS_OF)));
        return pack(register, summary, lag(), clocks);
    }

    private static PackContent pack(
            List<PackFailure> failures, PackSummary summary, PackLag lag, List<PackClock> clocks) {
        return new PackContent(
                "P-2026-0007",
                List.of("Sample data: these failures are made up to show the product; nobody lived them."),
                new PackOrganisation("3b9d0c54-77f0-4f0e-9f0e-2f4b7c2a1d10", "Northwind Health Services"),
                new PackScope(
                        List.of(
                                new PackScope.AiSystem("s-1", "Triage assistant", List.of("1.0.0", "1.1.0", "1.2.0")),
                                new PackScope.AiSystem("s-2", "Booking assistant", List.of("4.2"))),
                        Instant.parse("2025-12-31T23:00:00Z"),
                        null,
                        AS_OF,
                        new PackScope.KnownAt(1_284, Instant.parse("2026-06-30T09:58:41Z")),
                        ZoneId.of("Europe/Paris")),
                new PackIssue(Instant.parse("2026-06-30T10:02:13Z"), ANALYST, "Compliance officer"),
                summary,
                lag,
                failures,
                clocks,
                failures.isEmpty() ? 0 : 5,
                new PackLedger(
                        1_284,
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        Instant.parse("2026-06-30T09:58:41Z"),
                        true,
                        "1,284 entries and their rows agree, both ways",
                        PackLedger.SELF_ASSERTED),
                List.of(
                        new PackRole(
                                "Compliance officer",
                                List.of("READ_FAILURES", "CLASSIFY_FAILURE", "ISSUE_PACK", "READ_LEDGER")),
                        new PackRole("Auditor", List.of("READ_FAILURES", "READ_LEDGER", "DOWNLOAD_PACK")),
                        new PackRole(
                                "ML engineer",
                                List.of("READ_FAILURES", "RECORD_ANALYSIS", "RECORD_CURATION", "RECORD_DEPLOYMENT")),
                        new PackRole("Reviewer", List.of("READ_FAILURES", "RECORD_REVIEW"))),
                AccessFixture.access());
    }

    private static Instant day(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private static PackLag lag() {
        List<LagRow> rows = new ArrayList<>();
        for (Stage to : List.of(Stage.DEPLOYED, Stage.ANALYSED)) {
            rows.add(row(LagRow.Group.OVERALL, "", to, 36));
            rows.add(row(LagRow.Group.AI_SYSTEM, "Triage assistant", to, 1_700));
            rows.add(row(LagRow.Group.AI_SYSTEM, "Booking assistant", to, 18));
            for (Severity severity : Severity.values()) {
                rows.add(row(LagRow.Group.SEVERITY, severity.label(), to, severity == Severity.LOW ? 0 : 400));
            }
        }
        return new PackLag(
                rows,
                List.of(curve("Triage assistant", 5_400), curve("Booking assistant", 70), unreached()),
                new PackLag.Bottleneck(Stage.VALIDATED, 0.384));
    }

    private static LagRow row(LagRow.Group group, String label, Stage to, long minutes) {
        if (minutes == 0) {
            Quantile none = Quantile.NOT_REACHED;
            return new LagRow(group, label, Stage.DETECTED, to, 0, 0, none, none, none, null, 0, null);
        }
        return new LagRow(
                group,
                label,
                Stage.DETECTED,
                to,
                minutes * 2,
                7,
                quantile(minutes, minutes * 2),
                quantile(minutes * 3, minutes * 5),
                new Quantile(Duration.ofMinutes(minutes * 6), Duration.ofMinutes(minutes * 5), null),
                Duration.ofMinutes(minutes * 2).plusSeconds(13),
                group == LagRow.Group.OVERALL ? 85 : 0,
                group == LagRow.Group.OVERALL && to == Stage.DEPLOYED ? INCIDENCE : null);
    }

    private static Quantile quantile(long minutes, long upper) {
        return new Quantile(
                Duration.ofMinutes(minutes), Duration.ofMinutes(minutes * 3 / 4), Duration.ofMinutes(upper));
    }

    private static LagCurve curve(String label, long minutes) {
        List<LagCurve.Point> points = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            double survival = Math.exp(-i / 8.0);
            double spread = 0.14 * Math.sqrt(survival * (1 - survival)) + 0.02;
            points.add(new LagCurve.Point(
                    minutes * 60L * i / 10, survival, Math.max(0, survival - spread), Math.min(1, survival + spread)));
        }
        return new LagCurve(label, 48, 4, points, minutes * 60L * 4);
    }

    private static LagCurve unreached() {
        List<LagCurve.Point> points =
                List.of(new LagCurve.Point(86_400, 0.9, 0.7, 0.97), new LagCurve.Point(5 * 86_400, 0.8, 0.55, 0.92));
        return new LagCurve("Discharge letters", 10, 8, points, 40 * 86_400);
    }

    static PackFailure failure(int i, Random random, String title) {
        Instant emerged = START.plus(Duration.ofHours(19L * i));
        Instant detected = emerged.plus(i == 0 ? Duration.ofDays(47) : Duration.ofMinutes(random.nextInt(9_000)));
        Instant deployed = i % 3 == 2 ? null : detected.plus(Duration.ofMinutes(60 + random.nextInt(40_000)));
        return new PackFailure(
                "F-" + new UUID(0x1234_5678_9abc_4defL + i, 0x8000_0000_0000_0000L + random.nextInt()),
                title,
                i % 4 == 3 ? "Booking assistant" : "Triage assistant",
                i % 4 == 3 ? "4.2" : "1.0.0",
                i == 5 ? null : SEVERITIES.get(i % 4),
                i == 5 ? null : CATEGORIES.get(i % 4),
                i == 0 ? FailureKind.SERIOUS_INCIDENT : FailureKind.INCIDENT,
                deployed == null ? Stage.DECIDED : Stage.DEPLOYED,
                i % 6 == 4 ? 2 : 1,
                "Open",
                marks(i),
                emerged,
                detected,
                deployed,
                null,
                deployed == null ? null : Duration.between(detected, deployed),
                Duration.between(emerged, detected),
                new PackFailure.Exposure(12L + i, i == 0 ? Long.valueOf(1_800_000_000L) : null),
                trail(i, title, emerged, detected, deployed));
    }

    private static Set<PackMark> marks(int i) {
        EnumSet<PackMark> marks = EnumSet.of(PackMark.INVENTED);
        if (i % 6 == 3) {
            marks.add(PackMark.IMPORTED);
            marks.add(PackMark.CONTRADICTORY);
        }
        return marks;
    }

    private static List<PackTransition> trail(
            int i, String title, Instant emerged, Instant detected, @Nullable Instant deployed) {
        List<PackTransition> trail = new ArrayList<>();
        long leaf = 10L * i;
        trail.add(step(Stage.EMERGED, emerged, detected, ANALYST, leaf++, Set.of(), List.of()));
        trail.add(step(
                Stage.DETECTED,
                detected,
                detected.plusSeconds(90),
                ANALYST,
                leaf++,
                Set.of(),
                List.of(new Detail("Source", "outside study"), new Detail("Reference", "report no. " + (100 + i)))));
        trail.add(step(
                Stage.ANALYSED,
                detected.plus(Duration.ofHours(5)),
                detected.plus(Duration.ofHours(7)),
                ENGINEER,
                leaf++,
                i == 0 ? Set.of(PackMark.SUPERSEDED) : Set.of(),
                List.of(new Detail("Root cause", "to be confirmed: " + title))));
        trail.add(step(
                Stage.ANALYSED,
                detected.plus(Duration.ofHours(6)),
                detected.plus(Duration.ofHours(30)),
                ENGINEER,
                leaf++,
                Set.of(),
                List.of(
                        new Detail(
                                "Root cause",
                                "The training dialogues hold no case in which the caller plays the"
                                        + " symptom down; the model follows the caller's tone instead of the red flags."),
                        new Detail("Mistake category", "Missing context"),
                        new Detail("People", "Ines Okafor, Tomasz Lindqvist"))));
        trail.add(step(
                Stage.DECIDED,
                detected.plus(Duration.ofHours(40)),
                detected.plus(Duration.ofHours(41)),
                ANALYST,
                leaf++,
                Set.of(),
                List.of(
                        new Detail("Remedy", "Fine-tuning"),
                        new Detail("Acceptance", "at most 2 of 200 red-flag cases missed"))));
        if (deployed != null) {
            trail.add(step(
                    Stage.REVIEWED, deployed.minusSeconds(4_000), deployed, REVIEWER, leaf++, Set.of(), List.of()));
            trail.add(step(
                    Stage.DEPLOYED,
                    deployed,
                    deployed.plusSeconds(60),
                    ENGINEER,
                    leaf,
                    Set.of(),
                    List.of(new Detail("Version", "1.2.0"), new Detail("Rollout", "complete in all regions"))));
        }
        return trail;
    }

    private static PackTransition step(
            Stage stage,
            Instant occurred,
            Instant recorded,
            PackPerson by,
            long leaf,
            Set<PackMark> marks,
            List<Detail> details) {
        return new PackTransition(stage, 1, occurred, recorded, by, details, marks, leaf);
    }

    /** Words that try the layout: {@code length} characters of them. */
    public static String longTitle(int length) {
        String words = "The assistant repeats an answer that was corrected before and insists on it when asked again; ";
        return words.repeat(length / words.length() + 1).substring(0, length).toLowerCase(Locale.ROOT);
    }
}
