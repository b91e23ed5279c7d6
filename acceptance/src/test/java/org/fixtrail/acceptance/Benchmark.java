package org.fixtrail.acceptance;

import static org.fixtrail.acceptance.Team.Member.AUDITOR;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Prints what the product takes for its main jobs on an organisation of many failures; no part of the tests. Machines
 * differ, so each answer also stands as a multiple of the same run's plainest request that reads the database.
 */
class Benchmark {
    private static final int ROWS = Integer.getInteger("fixtrail.benchmark.rows", 20_000);
    private static final int SYSTEMS = 20;
    private static final int WARM = 5;
    private static final int TIMES = 21;
    private static final int SIGN_INS = 20;
    private static final String SIGN_IN = "/sign-in.xhtml";
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");
    private static final String PLAINEST = "/api/v1/ledger/head";
    private static final List<String> READS = List.of(
            PLAINEST,
            "/api/v1/failures",
            "/api/v1/failures?offset=10000",
            "/api/v1/failures?sort=-severity",
            "/api/v1/failures?severity=HIGH&status=OPEN",
            "/api/v1/clocks",
            "/api/v1/lag",
            "/api/v1/lag?severity=HIGH");

    private static final String MAPPING = """
            source: benchmark
            format: csv
            key: id
            system:
              from: system
            fields:
              title: title
              severity: severity
            constants:
              category: OTHER
              kind: INCIDENT
              detectionSource: Benchmark
            times:
              formats: [iso]
            stages:
              DETECTED: detected
              ANALYSED: analysed
              DEPLOYED: deployed
            """;

    @Test
    void print() throws Exception {
        Path target = Path.of(System.getProperty("fixtrail.acceptance.folder", "target"));
        Path folder = Files.createTempDirectory(Files.createDirectories(target), "benchmark-");
        Product.withoutStory(folder);
        Product product = timed("first start", () -> Product.start(folder, Product.freePort()));
        product.stop();
        product = timed("second start", () -> Product.start(folder, Product.freePort()));
        try {
            measure(product);
        } finally {
            product.stop();
        }
    }

    private static void measure(Product product) throws Exception {
        Team team = new Team(product, OFFICER, AUDITOR);
        Api officer = team.as(OFFICER);
        signIns("sign-in to dashboard, nothing there", product, team);
        String file = rows();
        timed("import of " + ROWS + " rows", () -> {
            Answer asked = officer.importFile(file, MAPPING).expect(202);
            return ended(officer, "/api/v1/imports/" + asked.json().path("id").asText());
        });
        JsonNode checked = timed(
                "check of the ledger",
                () -> team.as(AUDITOR)
                        .post("/api/v1/ledger/check", "")
                        .expect(200)
                        .json());
        line("entries checked", checked.path("checked").asText());
        double plainest = 0;
        for (String path : READS) {
            double median = median(officer, path);
            plainest = path.equals(PLAINEST) ? median : plainest;
            line(path, String.format(Locale.ROOT, "%.1f ms, %.1f times the plainest", median, median / plainest));
        }
        signIns("sign-in to dashboard, " + ROWS + " failures", product, team);
        timed("pack of a quarter", () -> {
            Map<String, String> quarter =
                    Map.of("from", FIRST.toString(), "to", after(90).toString());
            Answer asked = officer.post("/api/v1/packs", quarter).expect(202);
            return ended(
                    officer, "/api/v1/packs/jobs/" + asked.json().path("job").asText());
        });
    }

    private static JsonNode ended(Api api, String job) throws Exception {
        return Await.until("the job's end", LIMIT, () -> {
            JsonNode state = api.get(job).expect(200).json();
            return switch (state.path("state").asText()) {
                case "DONE" -> Optional.of(state);
                case "FAILED" -> throw new AssertionError(state.toString());
                default -> Optional.empty();
            };
        });
    }

    private static double median(Api api, String path) throws Exception {
        long[] nanos = new long[TIMES];
        for (int run = -WARM; run < TIMES; run++) {
            long begin = System.nanoTime();
            api.get(path).expect(200);
            nanos[Math.max(0, run)] = System.nanoTime() - begin;
        }
        return LongStream.of(nanos).sorted().skip(TIMES / 2).findFirst().orElseThrow() / 1e6;
    }

    /** From sending the filled-in form until the last byte of the dashboard; scripts and styles are in a warm browser's cache. */
    private static void signIns(String what, Product product, Team team) throws Exception {
        long[] nanos = new long[SIGN_INS];
        for (int run = -WARM; run < SIGN_INS; run++) {
            PageSession session = new PageSession(product);
            Map<String, String> form = session.signInForm(SIGN_IN, team.email(OFFICER), team.password(OFFICER));
            long begin = System.nanoTime();
            HttpResponse<String> page = session.post(SIGN_IN, form, Map.of());
            for (int hops = 0; page.statusCode() / 100 == 3 && hops < 3; hops++) {
                URI next = product.base()
                        .resolve(page.headers().firstValue("Location").orElseThrow());
                page = session.get(next.getRawPath());
            }
            nanos[Math.max(0, run)] = System.nanoTime() - begin;
            if (page.statusCode() != 200 || !page.body().contains("open failures by stage")) {
                throw new AssertionError("no dashboard: " + page.statusCode() + " " + page.body());
            }
        }
        Arrays.sort(nanos);
        line(
                what,
                String.format(
                        Locale.ROOT,
                        "median %.0f ms, 95th percentile %.0f ms",
                        (nanos[SIGN_INS / 2 - 1] + nanos[SIGN_INS / 2]) / 2e6,
                        nanos[SIGN_INS * 95 / 100 - 1] / 1e6));
    }

    /** One of five is still open; times are drawn from exponential distributions. */
    private static String rows() {
        Random random = new Random(1);
        String[] severities = {"LOW", "MEDIUM", "HIGH", "CRITICAL"};
        return IntStream.range(0, ROWS)
                .mapToObj(row -> {
                    Instant detected = after(random.nextDouble() * 1_200);
                    Instant analysed = later(detected, 0.5, random);
                    return String.join(
                            ",",
                            "row-" + row,
                            "System " + row % SYSTEMS,
                            "Failure of row " + row,
                            severities[row % severities.length],
                            detected.toString(),
                            analysed.toString(),
                            row % 5 == 0 ? "" : later(analysed, 14, random).toString());
                })
                .collect(Collectors.joining("\n", "id,system,title,severity,detected,analysed,deployed\n", "\n"));
    }

    private static Instant after(double days) {
        return FIRST.plusSeconds((long) (days * 86_400));
    }

    private static Instant later(Instant from, double meanDays, Random random) {
        return from.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * meanDays * 86_400));
    }

    /** What is timed. */
    private interface Work<T> {
        T run() throws Exception;
    }

    private static <T> T timed(String what, Work<T> work) throws Exception {
        long begin = System.nanoTime();
        T done = work.run();
        line(what, String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begin) / 1e9));
        return done;
    }

    private static void line(String what, String value) {
        System.out.printf(Locale.ROOT, "benchmark: %-45s %s%n", what, value);
    }
}
