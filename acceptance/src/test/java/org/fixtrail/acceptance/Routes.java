package org.fixtrail.acceptance;

import static java.util.Objects.requireNonNull;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Every way into the application, found in what is deployed: methods of the API and servlets in its classes, pages in its files. */
final class Routes {
    private static final String API = "/api/v1";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private Routes() {}

    /** Such as {@code GET /api/v1/failures/{id}}, {@code PAGE /index.xhtml} and {@code SERVLET /metrics}. */
    static Set<String> all() throws IOException {
        Path web = Path.of(requireNonNull(System.getProperty("fixtrail.acceptance.root")))
                .resolve("web/target");
        Set<String> routes = new TreeSet<>();
        JavaClasses classes = new ClassFileImporter().importPath(web.resolve("classes"));
        for (JavaClass type : classes) {
            annotation(type, "jakarta.ws.rs.Path")
                    .ifPresent(path -> methods(type, text(path)).forEach(routes::add));
            annotation(type, "jakarta.servlet.annotation.WebServlet")
                    .ifPresent(servlet -> Arrays.stream((Object[]) value(servlet, "urlPatterns"))
                            .forEach(pattern -> routes.add("SERVLET " + pattern)));
        }
        try (ZipFile war = new ZipFile(web.resolve("fixtrail.war").toFile())) {
            war.stream()
                    .map(entry -> "/" + entry.getName())
                    .filter(name ->
                            name.endsWith(".xhtml") && !name.startsWith("/WEB-INF/") && !name.startsWith("/META-INF/"))
                    .forEach(name -> routes.add("PAGE " + name));
        }
        return routes;
    }

    private static Stream<String> methods(JavaClass type, String path) {
        return type.getMethods().stream().flatMap(method -> {
            String below =
                    annotation(method, "jakarta.ws.rs.Path").map(Routes::text).orElse("");
            return METHODS.stream()
                    .filter(name -> annotation(method, "jakarta.ws.rs." + name).isPresent())
                    .map(name -> name + " " + API + join(path) + join(below));
        });
    }

    private static String join(String part) {
        String plain = part.replaceAll("^/|/$", "");
        return plain.isEmpty() ? "" : "/" + plain;
    }

    private static Optional<? extends JavaAnnotation<?>> annotation(HasAnnotations<?> of, String name) {
        return of.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals(name))
                .findFirst();
    }

    private static String text(JavaAnnotation<?> annotation) {
        return (String) value(annotation, "value");
    }

    private static Object value(JavaAnnotation<?> annotation, String property) {
        return annotation.get(property).orElseThrow(() -> new AssertionError(annotation + " names no " + property));
    }
}
