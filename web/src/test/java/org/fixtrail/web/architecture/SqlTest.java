package org.fixtrail.web.architecture;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL and JPQL are constants: what comes from outside is a parameter. */
class SqlTest {
    private static final Pattern CALL = Pattern.compile(
            "\\b(createNativeQuery|createQuery|prepareStatement|prepareCall|execute(?:Query|Update)?)\\(");
    private static final Pattern LITERALS = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CONSTANTS = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b|\\+|\\s|^\\w+(?:\\[])?\\.class$");

    private static final String CRITERIA = "a query of the criteria API";
    private static final String CHOSEN = "a local choice among constants";

    /** Arguments that are neither literals nor constants, each with the reason why nothing from outside is in it. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            entry("FindClocks.java: query", CRITERIA),
            entry("FindFailures.java: count", CRITERIA),
            entry("FindFailures.java: list", CRITERIA),
            entry("FindNotifications.java: query", CRITERIA),
            entry("AdvanceClocks.java: update", "runs through a list of constants"),
            entry("CheckLedger.java: name", "the name of an entity"),
            entry("CheckLedger.java: type.getSimpleName()", "the name of an entity"),
            entry("ExportOrganisation.java: sql", "a constant, or one with a table from a list of constants"),
            entry("Keys.java: where", CHOSEN),
            entry("LagPopulations.java: systemseveritycategory", CHOSEN),
            entry("LedgerTables.java: .get(column)", CHOSEN),
            entry("LedgerTables.java: sql", CHOSEN),
            entry("People.java: where", CHOSEN),
            entry("People.java: whereorder(wanted)", CHOSEN),
            entry("StartUp.java: this::warmUp", "work for an executor, no statement"),
            entry("Targets.java: lock", CHOSEN));

    @Test
    void no_statement_is_put_together_from_anything_but_constants() {
        Set<String> built = sources().flatMap(SqlTest::built).collect(toCollection(TreeSet::new));

        assertThat(built).isEqualTo(new TreeSet<>(KNOWN.keySet()));
    }

    private static Stream<Path> sources() {
        Path found = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("services")))
                .findFirst()
                .orElseThrow();
        return List.of("domain", "services", "reports", "web").stream()
                .map(module -> found.resolve(module).resolve("src/main/java"))
                .flatMap(SqlTest::below);
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> built(Path file) {
        try {
            String source = Files.readString(file);
            // with the literals gone, parentheses and commas are code
            String code = LITERALS.matcher(source).replaceAll("");
            Matcher call = CALL.matcher(code);
            Set<String> found = new TreeSet<>();
            while (call.find()) {
                String rest = CONSTANTS.matcher(firstArgument(code, call.end())).replaceAll("");
                if (!rest.isEmpty()) {
                    found.add(file.getFileName() + ": " + rest);
                }
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstArgument(String code, int start) {
        int depth = 0;
        int at = start;
        while (depth > 0 || code.charAt(at) != ',' && code.charAt(at) != ')') {
            depth += code.charAt(at) == '(' ? 1 : code.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        return code.substring(start, at);
    }
}
