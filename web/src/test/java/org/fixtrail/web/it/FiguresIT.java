package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.fields;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.figure.FigureCell;
import org.fixtrail.domain.figure.FigureTable;
import org.fixtrail.domain.figure.Figures;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.failure.Move;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.figure.FigureQuery;
import org.fixtrail.services.figure.MeasureFigures;
import org.fixtrail.services.signal.IncomingSignal;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of a period against what the test itself told, counted slowly. */
@ExtendWith(ArquillianExtension.class)
class FiguresIT {
    private static final Duration TARGET = Duration.ofHours(2);

    @Inject
    private MeasureFigures measure;

    @Inject
    private SetTargets targets;

    @Inject
    private MoveFailure move;

    @Inject
    private ShowFailure show;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Signalling signalling;

    @Inject
    private TestClock clock;

    /** A failure as the test tells it: hours from detection to deployment, or null while it is open. */
    private record Told(UUID id, Instant detected, @Nullable Integer hours) {
        Duration length(Instant asOf) {
            return hours == null ? Duration.between(detected, asOf) : Duration.ofHours(hours);
        }
    }

    @Test
    void figures_are_those_that_a_slow_count_over_the_same_story_gives() {
        Tenant tenant = tenants.any();
        UUID target = target(tenant);
        UUID system = story.system(tenant);
        List<Told> told = told(tenant, system);
        dismiss(tenant, told(tenant, system, null).id());
        signalling.send(tenant, system, onTheFixedVersion(told.get(0).id()));
        Figures figures = figures(tenant, query(null, null, null));
        Instant asOf = figures.scope().asOf();

        assertThat(row(figures, "kinds", "INCIDENT"))
                .containsEntry("failures", count(told.size()))
                .containsEntry("share", share(told.size(), told.size()))
                .containsEntry("HIGH", count(told.size()));
        assertThat(row(figures, "kinds", "dismissed")).containsEntry("failures", count(1));
        long fixed = told.stream().filter(each -> each.hours() != null).count();
        assertThat(row(figures, "resolution", "adaptation:HIGH"))
                .containsEntry("population", count(told.size()))
                .containsEntry("reached", count(fixed))
                .containsEntry("censored", count(told.size() - fixed));
        assertThat(cell(figures, "resolution", "adaptation", "p50").value()).isEqualTo(quantile(told, asOf, 0.5));
        assertThat(cell(figures, "resolution", "adaptation", "p75").value()).isEqualTo(quantile(told, asOf, 0.25));
        assertThat(cell(figures, "resolution", "adaptation", "p90").kind())
                .as("two of six are open")
                .isEqualTo(FigureCell.Kind.NOT_REACHED);
        long onTime = told.stream().filter(each -> isWithin(each, asOf)).count();
        long late = told.stream()
                .filter(each -> each.hours() != null && !isWithin(each, asOf))
                .count();
        Map<String, FigureCell> ofTarget = row(figures, "targets", target.toString());
        assertThat(ofTarget)
                .containsEntry("due", count(told.size()))
                .containsEntry("onTime", count(onTime))
                .containsEntry("late", count(late))
                .containsEntry("unanswered", count(told.size() - onTime - late))
                .containsEntry("shareOnTime", share(onTime, told.size()))
                .as("the dismissed one's clock")
                .containsEntry("void", count(1));
        assertThat(cell(figures, "clocks", "internal", "shareOnTime")).isEqualTo(ofTarget.get("shareOnTime"));
        assertThat(cell(figures, "clocks", "legal", "shareOnTime").kind()).isEqualTo(FigureCell.Kind.NO_DATA);
        assertThat(row(figures, "causes", "FACTUAL_ERROR"))
                .containsEntry("failures", count(told.size()))
                .containsEntry("rootCauseNamed", count(fixed));
        assertThat(row(figures, "measures", "RETRAINING"))
                .containsEntry("chosen", count(fixed))
                .containsEntry("deployed", count(fixed))
                .containsEntry("verified", count(0));
        assertThat(row(figures, "recurrence", "recurrence")).containsEntry("share", share(1, fixed));
    }

    @Test
    void figures_of_then_stay_whatever_is_corrected_afterwards() {
        Tenant tenant = tenants.any();
        UUID system = story.system(tenant);
        target(tenant);
        List<Told> told = told(tenant, system);
        Figures then = figures(tenant, query(null, null, null));

        retract(tenant, told.get(1).id());
        dismiss(tenant, told.get(5).id());
        told(tenant, system, 1);

        FigureQuery again = new FigureQuery(
                then.scope().from(),
                then.scope().to(),
                null,
                then.scope().asOf(),
                then.scope().knownAt(),
                null);
        assertThat(figures(tenant, again).text()).isEqualTo(then.text());
        assertThat(figures(tenant, query(null, null, null)).tables()).isNotEqualTo(then.tables());
    }

    @Test
    void one_ai_system_has_its_own_figures_and_what_happened_later_has_not_happened() {
        Tenant tenant = tenants.any();
        target(tenant);
        UUID system = story.system(tenant);
        Told one = told(tenant, system, 3);
        told(tenant, story.system(tenant), 1);

        assertThat(row(figures(tenant, query(system, null, null)), "kinds", "all"))
                .containsEntry("failures", count(1));
        assertThat(row(figures(tenant, query(system, null, null)), "clocks", "internal"))
                .containsEntry("late", count(1))
                .containsEntry("due", count(1));
        Figures early = figures(tenant, query(system, one.detected().plus(Duration.ofHours(1)), null));
        assertThat(row(early, "resolution", "adaptation"))
                .containsEntry("reached", count(0))
                .containsEntry("censored", count(1));
        assertThat(row(early, "clocks", "internal"))
                .containsEntry("ahead", count(1))
                .containsEntry("due", count(0));
        assertThat(row(figures(tenants.any(), query(null, null, null)), "kinds", "all"))
                .as("of another organisation")
                .containsEntry("failures", count(0));
    }

    @Test
    void a_period_that_ends_before_its_begin_and_a_moment_of_the_future_are_refused() {
        Tenant tenant = tenants.any();
        Instant now = clock.now();
        FigureQuery wrong = new FigureQuery(now, now, null, now.plus(Duration.ofDays(1)), null, null);

        assertThat(fields(as(tenant.somebody(Role.AUDITOR), () -> measure.measure(wrong))))
                .containsExactlyInAnyOrder("to", "asOf");
    }

    /** Fixed after 1, 2, 3 and 4 hours, and two that are open. */
    private List<Told> told(Tenant tenant, UUID system) {
        List<Told> told = new ArrayList<>();
        for (int hours = 1; hours <= 4; hours++) {
            told.add(told(tenant, system, hours));
        }
        told.add(told(tenant, system, null));
        told.add(told(tenant, system, null));
        return told;
    }

    private Told told(Tenant tenant, UUID system, @Nullable Integer hours) {
        UUID failure = story.failure(tenant, system, Duration.ofHours(12));
        Instant detected = clock.now().minus(Duration.ofHours(10));
        Caller engineer = tenant.somebody(Role.ML_ENGINEER);
        story.move(engineer, failure, Stage.DETECTED, detected);
        if (hours != null) {
            for (Stage stage : Stage.line().subList(2, 9)) {
                Caller by = stage == Stage.REVIEWED ? tenant.somebody(Role.REVIEWER) : engineer;
                story.move(by, failure, stage, detected.plus(Duration.ofHours(hours)));
            }
        }
        return new Told(failure, detected, hours);
    }

    private IncomingSignal onTheFixedVersion(UUID failure) {
        return new IncomingSignal(
                "https://example.org/chat",
                "again",
                "org.example.answer",
                clock.now(),
                failure,
                null,
                Story.FIXED_VERSION,
                null,
                null,
                "{}");
    }

    private UUID target(Tenant tenant) {
        NewTarget wanted = new NewTarget(
                Severity.HIGH,
                Stage.DETECTED,
                Stage.DEPLOYED,
                (int) TARGET.toHours(),
                TargetUnit.HOURS,
                clock.now().minus(Duration.ofDays(2)));
        return done(as(tenant.somebody(Role.RISK_ANALYST), () -> targets.add(wanted)));
    }

    private static boolean isWithin(Told told, Instant asOf) {
        return told.hours() != null && told.length(asOf).compareTo(TARGET) <= 0;
    }

    /** The first length at which so small a share is left, by the product over all lengths before it; null if none. */
    private static @Nullable Long quantile(List<Told> told, Instant asOf, double left) {
        double survival = 1;
        List<Told> byLength = told.stream()
                .sorted((one, other) -> one.length(asOf).compareTo(other.length(asOf)))
                .toList();
        for (int i = 0; i < byLength.size(); i++) {
            if (byLength.get(i).hours() != null) {
                survival *= 1 - 1.0 / (byLength.size() - i);
            }
            if (survival <= left + 1e-12) {
                return byLength.get(i).length(asOf).toSeconds();
            }
        }
        return null;
    }

    private void dismiss(Tenant tenant, UUID failure) {
        Map<String, String> reason = Map.of("reason", "works as intended");
        Move proposed = new Move(failure, Stage.DISMISSED, null, reason, null, null, null, null);
        UUID proposal = done(as(tenant.somebody(Role.RISK_ANALYST), () -> move.move(proposed)))
                .transitionId();
        done(as(
                tenant.somebody(Role.RISK_ANALYST),
                () -> move.move(new Move(failure, Stage.DISMISSED, null, reason, null, proposal, null, null))));
    }

    private void retract(Tenant tenant, UUID failure) {
        UUID deployed = as(tenant.somebody(Role.AUDITOR), () -> show.one(failure))
                .timeline()
                .reached(1, Stage.DEPLOYED)
                .orElseThrow()
                .id();
        done(as(tenant.somebody(Role.ML_ENGINEER), () -> move.retract(failure, deployed, "rolled back")));
    }

    private FigureQuery query(@Nullable UUID system, @Nullable Instant asOf, @Nullable Long knownAt) {
        return new FigureQuery(
                clock.now().minus(Duration.ofDays(30)),
                clock.now().plus(Duration.ofDays(1)),
                system,
                asOf,
                knownAt,
                null);
    }

    private Figures figures(Tenant tenant, FigureQuery query) {
        return done(as(tenant.somebody(Role.AUDITOR), () -> measure.measure(query)));
    }

    private static Map<String, FigureCell> row(Figures figures, String table, String row) {
        FigureTable of = figures.table(table).orElseThrow();
        FigureTable.Row found = of.rows().stream()
                .filter(each -> each.key().equals(row))
                .findFirst()
                .orElseThrow();
        Map<String, FigureCell> cells = new HashMap<>();
        for (int i = 0; i < of.columns().size(); i++) {
            cells.put(
                    of.columns().get(i).key(),
                    Objects.requireNonNull(found.cells().get(i)));
        }
        return cells;
    }

    private static FigureCell cell(Figures figures, String table, String row, String column) {
        return Objects.requireNonNull(row(figures, table, row).get(column), column);
    }

    private static FigureCell count(long count) {
        return new FigureCell(FigureCell.Kind.COUNT, count, null, null, null);
    }

    private static FigureCell share(long part, long of) {
        return new FigureCell(FigureCell.Kind.SHARE, part, of, null, null);
    }
}
