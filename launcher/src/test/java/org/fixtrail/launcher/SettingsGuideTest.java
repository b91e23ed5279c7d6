package org.fixtrail.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The administrators' guide names every setting that the sources read, and no other. */
class SettingsGuideTest {
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(\\s*name = \"([a-z.-]+)\"");
    private static final Pattern VARIABLE = Pattern.compile("FIXTRAIL_[A-Z]+(?:_[A-Z]+)*");

    private final Path root = root();

    @Test
    void the_guide_names_every_setting_and_no_other() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String module : new String[] {"services", "reports", "web"}) {
            found(PROPERTY, module).forEach(property -> read.add(ApplicationSettings.variable(property)));
        }
        read.addAll(found(VARIABLE, "launcher"));
        matches(VARIABLE, Files.readString(root.resolve("fixtrail")), read);
        // read where the data source is defined
        read.add("FIXTRAIL_DB_USER");
        read.add("FIXTRAIL_DB_PASSWORD");

        assertThat(matches(VARIABLE, Files.readString(root.resolve("docs/admin.md")), new TreeSet<>()))
                .isEqualTo(read);
    }

    private Set<String> found(Pattern pattern, String module) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> matches(pattern, text(file), found));
        }
        return found;
    }

    private static Set<String> matches(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("docs/admin.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
