package org.fixtrail.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.fixtrail.web.architecture.Statements.Statement;
import org.junit.jupiter.api.Test;

/** SQL and JPQL are made of constants alone: what comes from outside is a parameter. */
class SqlTest {
    private static final List<String> MODULES = List.of("domain", "services", "reports", "web", "launcher");

    /** Places that run text which is no constant, each with the reason why nothing from outside is in it. */
    private static final Map<String, String> KNOWN = Map.of(
            "PsqlScript.execute", "a script of the class path that sets a database up, its variables quoted",
            "PsqlScript.rows", "as above");

    @Test
    void no_statement_is_put_together_from_anything_but_constants() {
        List<Statement> statements = Statements.in(MODULES.stream()
                .map(module -> root().resolve(module).resolve("src/main/java"))
                .flatMap(SqlTest::below)
                .toList());

        assertThat(statements).as("found at all").hasSizeGreaterThan(80);
        assertThat(new TreeSet<>(statements.stream()
                        .filter(Statement::isBuilt)
                        .map(Statement::place)
                        .toList()))
                .as("give EntityManager, Connection or Statement a constant and set what varies as a parameter:\n"
                        + statements.stream().filter(Statement::isBuilt).toList())
                .isEqualTo(new TreeSet<>(KNOWN.keySet()));
    }

    @Test
    void what_is_built_is_found_and_what_is_chosen_among_constants_is_not() {
        List<Statement> statements = Statements.ofSources(List.of(source("""
                import jakarta.persistence.EntityManager;
                import java.sql.Connection;
                import java.util.List;
                import java.util.Map;
                import java.util.function.Function;

                class Sample {
                    static final String FROM = "from a";
                    static final Map<String, String> ORDER = Map.of("x", " order by x");
                    static String open = "select 1";
                    EntityManager em;
                    Connection c;

                    void constant() { em.createQuery("select 1 " + FROM); }
                    void chosen(boolean all) { String w = all ? "" : " where b"; em.createNativeQuery("s " + FROM + w); }
                    void fromTable(String key) { em.createQuery(FROM + ORDER.get(key)); }
                    void fromList() { for (String each : List.of("a", "b")) { em.createQuery(each); } }
                    void className(Class<?> type) { em.createQuery(FROM + type.getSimpleName()); }
                    void handedOn() throws Exception { prepare(FROM); }
                    private void prepare(String sql) throws Exception { c.prepareStatement(sql); }

                    void concatenated(String name) { em.createQuery("where a = '" + name + "'"); }
                    void parameter(String sql) { em.createNativeQuery(sql); }
                    void formatted(String name) { em.createQuery("where a = %s".formatted(name)); }
                    void grown(String name) { String q = "a"; q += name; em.createQuery(q); }
                    void given(String name) throws Exception { run(FROM); run("x" + name); }
                    private void run(String sql) throws Exception { c.createStatement().execute(sql); }
                    void builder(StringBuilder sql) { em.createQuery(sql.toString()); }
                    void variable() { em.createQuery(open); }
                    void table(Map<String, String> map) { em.createQuery(map.get("x")); }
                    Object reference() { Function<String, Object> f = em::createQuery; return f; }
                    void function(String name) {
                        em.getCriteriaBuilder().function(name, String.class);
                    }
                }
                """)));

        assertThat(statements.stream().filter(Statement::isBuilt).map(Statement::place))
                .containsExactlyInAnyOrder(
                        "Sample.concatenated",
                        "Sample.parameter",
                        "Sample.formatted",
                        "Sample.grown",
                        "Sample.run",
                        "Sample.builder",
                        "Sample.variable",
                        "Sample.table",
                        "Sample.reference",
                        "Sample.function");
        assertThat(statements).hasSize(16);
    }

    private static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("services")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
