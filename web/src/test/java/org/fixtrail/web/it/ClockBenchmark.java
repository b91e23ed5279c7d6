package org.fixtrail.web.it;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.clock.AdvanceClocks;
import org.fixtrail.services.clock.ClockWatch;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.imports.RequestImport;
import org.fixtrail.services.job.RunJobs;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures what the scheduler takes with few and with many running clocks; no part of the tests. Run it with
 * {@code -Dit.test=ClockBenchmark}; it writes {@code target/clock-benchmark.txt}. The clocks are those of real failures that came by import, five on each, and time is
 * shifted so that just so many of them are due.
 */
@ExtendWith(ArquillianExtension.class)
class ClockBenchmark {
    private static final int FEW = 2_000;
    private static final int MANY = 20_000;
    private static final int DUE = 200;
    private static final int AT_ONCE = 100;
    private static final List<Stage> ENDS =
            List.of(Stage.ANALYSED, Stage.DECIDED, Stage.VALIDATED, Stage.REVIEWED, Stage.DEPLOYED);
    /** Four fifths of the longest target. */
    private static final Duration LAST_WARNING = Duration.ofMinutes((1_000 + Stage.DEPLOYED.number()) * 48L);

    private static final String MAPPING = """
            source: clock-benchmark
            format: csv
            key: id
            system:
              from: system
            fields:
              title: title
            constants:
              severity: HIGH
              category: OTHER
              kind: INCIDENT
              detectionSource: Benchmark
            times:
              formats: [iso]
            stages:
              DETECTED: detected
            """;

    @Inject
    private SetTargets targets;

    @Inject
    private RequestImport imports;

    @Inject
    private RunJobs jobs;

    @Inject
    private ClockWatch watch;

    @Inject
    private AdvanceClocks advance;

    @Inject
    private Tenants tenants;

    @Inject
    private TestClock clock;

    @Inject
    private Behind behind;

    @Test
    void print() {
        Tenant tenant = tenants.with(Role.RISK_ANALYST, Role.COMPLIANCE_OFFICER);
        Instant first = clock.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofDays(30));
        run(tenant.person(0), () -> {
            for (Stage end : ENDS) {
                done(targets.add(new NewTarget(
                        Severity.HIGH, Stage.DETECTED, end, 1_000 + end.number(), TargetUnit.HOURS, first)));
            }
        });
        imported(tenant, first, 0, FEW);
        double few = measure(first, 0);
        imported(tenant, first, FEW, MANY);
        double many = measure(first, DUE);
        line("as many due among ten times as many clocks take", String.format(Locale.ROOT, "%.2f times", many / few));
        everyClock(tenant);
    }

    /** A tick with nothing due, and one with warnings due; answers the milliseconds for each clock that was due. */
    private double measure(Instant first, int from) {
        line("running clocks", behind.count("select count(*) from clock where state = 'RUNNING'"));
        line("tick with nothing due", String.format(Locale.ROOT, "%.1f ms", median()));
        Instant due = first.plus(Duration.ofMinutes(from + DUE)).plus(LAST_WARNING);
        long events = behind.count("select count(*) from clock_event");
        double[] took = new double[1];
        clock.frozen(due, () -> took[0] = timed(watch::run));
        long told = behind.count("select count(*) from clock_event") - events;
        line("tick with " + told + " clocks due", String.format(Locale.ROOT, "%.0f ms", took[0]));
        return took[0] / Math.max(1, told);
    }

    /** Looks at every clock again, as after a change of all targets; nothing changes on any of them. */
    private void everyClock(Tenant tenant) {
        List<UUID> failures =
                behind.column(UUID.class, "select id from failure where organisation_id = ? order by id", tenant.id());
        long clocks = behind.count("select count(*) from clock where organisation_id = ?", tenant.id());
        double took = timed(() -> {
            for (int from = 0; from < failures.size(); from += AT_ONCE) {
                List<UUID> piece = failures.subList(from, Math.min(from + AT_ONCE, failures.size()));
                as(tenant.server(), () -> advance.advance(piece));
            }
        });
        line("all " + clocks + " clocks evaluated anew", String.format(Locale.ROOT, "%.1f s", took / 1_000));
    }

    private double median() {
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            times[i] = timed(watch::run);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static double timed(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private void imported(Tenant tenant, Instant first, int from, int to) {
        StringBuilder rows = new StringBuilder("id,system,title,detected\n");
        for (int i = from; i < to; i++) {
            rows.append(i)
                    .append(",S")
                    .append(i % 20)
                    .append(",Failure ")
                    .append(i)
                    .append(',');
            rows.append(first.plus(Duration.ofMinutes(i))).append('\n');
        }
        byte[] file = rows.toString().getBytes(StandardCharsets.UTF_8);
        double took = timed(() -> {
            done(as(
                    tenant.somebody(Role.COMPLIANCE_OFFICER),
                    () -> imports.request("rows.csv", file, MAPPING.getBytes(StandardCharsets.UTF_8))));
            jobs.runWaiting();
            watch.run();
        });
        line("import of " + (to - from) + " failures", String.format(Locale.ROOT, "%.0f s", took / 1_000));
    }

    private static void line(String what, Object value) {
        Path file = Path.of(System.getProperty("fixtrail.it.output", "target"), "clock-benchmark.txt");
        try {
            Files.writeString(file, what + ": " + value + "\n", CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
