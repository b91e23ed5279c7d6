package org.fixtrail.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md speaks of every requirement of ASVS 5.0.0, levels 1 and 2, and of classes and tests that there are. */
class SecurityGuideTest {
    /** Sections of ASVS 5.0.0 with how many requirements of levels 1 and 2 each has; they come before those of level 3. */
    private static final String SECTIONS = """
            1.1:2 1.2:9 1.3:11 1.4:3 1.5:2
            2.1:3 2.2:3 2.3:4 2.4:1
            3.2:2 3.3:4 3.4:6 3.5:5 3.7:2
            4.1:3 4.2:1 4.3:2 4.4:4
            5.1:1 5.2:3 5.3:2 5.4:3
            6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4
            7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
            8.1:2 8.2:3 8.3:1 8.4:1
            9.1:3 9.2:4
            10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
            11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
            12.1:3 12.2:2 12.3:4
            13.1:1 13.2:5 13.3:2 13.4:5
            14.1:2 14.2:4 14.3:3
            15.1:3 15.2:3 15.3:7
            16.1:1 16.2:5 16.3:4 16.4:3 16.5:3
            17.1:1 17.2:4 17.3:2
            """;

    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| [^|]+ \\| ([a-z/ ]+?)( `\\(\\*\\)`)? \\| [^|]+ \\|$");

    /** A class, perhaps with a method, in a line that speaks of nothing of the next release. */
    private static final Pattern CLASS = Pattern.compile(
            "`([A-Z]\\w+(?:Test|IT|Page|Servlet|Resource|Filter|Guard|Guards|"
                    + "Limit|Mapper|Interceptor|Rules|Hash|Settings|Headers|Requests|Charset|Events|Name|Cell|File))(?:\\.(\\w+))?`");

    private static final List<String> STATES = List.of("met", "n/a", "operator", "partly", "not met");

    @Test
    void every_requirement_of_levels_1_and_2_has_its_row() throws IOException {
        assertThat(rows().stream().map(row -> row.group(1))).containsExactlyElementsOf(numbers());
    }

    @Test
    void the_summary_counts_the_rows() throws IOException {
        Map<String, Long> counted = new TreeMap<>(rows().stream()
                .collect(Collectors.groupingBy(row -> row.group(2) + " " + row.group(3), Collectors.counting())));

        for (String level : List.of("1", "2")) {
            assertThat(guide()).contains(summary(level, counted));
        }
        assertThat(counted.keySet()).allMatch(key -> STATES.contains(key.substring(2)));
    }

    @Test
    void classes_and_tests_that_are_named_exist() throws IOException {
        Map<String, Path> sources = sources();
        List<String> missing = new ArrayList<>();
        for (String line : guide().lines().filter(line -> !line.contains("(*)")).toList()) {
            for (MatchResult named : CLASS.matcher(line).results().toList()) {
                Path source = sources.get(named.group(1));
                boolean there = source != null
                        && (named.group(2) == null || Files.readString(source).contains(named.group(2) + "("));
                if (!there) {
                    missing.add(named.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String summary(String level, Map<String, Long> counted) {
        List<Long> counts = STATES.stream()
                .map(state -> counted.getOrDefault(level + " " + state, 0L))
                .toList();
        return Stream.concat(
                        counts.stream(),
                        Stream.of(counts.stream().mapToLong(Long::longValue).sum()))
                .map(String::valueOf)
                .collect(Collectors.joining(" | ", "| " + level + " | ", " |"));
    }

    private static List<String> numbers() {
        return Stream.of(SECTIONS.strip().split("\\s+"))
                .map(section -> section.split(":"))
                .flatMap(section -> IntStream.rangeClosed(1, Integer.parseInt(section[1]))
                        .mapToObj(number -> section[0] + "." + number))
                .toList();
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(guide()).results().toList();
    }

    private static String guide() throws IOException {
        return Files.readString(root().resolve("docs/security.md"));
    }

    private static Map<String, Path> sources() throws IOException {
        Map<String, Path> sources = new TreeMap<>();
        try (Stream<Path> modules = Files.list(root())) {
            for (Path folder : modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file ->
                                    sources.put(file.getFileName().toString().replace(".java", ""), file));
                }
            }
        }
        return sources;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("docs/security.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
