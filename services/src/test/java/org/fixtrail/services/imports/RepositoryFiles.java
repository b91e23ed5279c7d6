package org.fixtrail.services.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds files beside or above the directory in which the tests run. */
final class RepositoryFiles {
    private RepositoryFiles() {}

    private static Optional<Path> find(String name) {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, dir -> dir != null, Path::getParent)
                .map(dir -> dir.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static ImportMapping example(String name) throws IOException {
        return ImportFixture.mapping(text("docs/examples/" + name));
    }

    /** A text of the repository. */
    static String text(String name) throws IOException {
        return Files.readString(find(name).orElseThrow(() -> new IllegalStateException("there is no " + name)));
    }

    /** A file of the shared data; the test is skipped where it is absent. */
    static Path sharedData(String name) {
        Optional<Path> file = find("shared/data/" + name);
        assumeTrue(file.isPresent(), () -> "skipped: shared/data/" + name + " is in no directory above this one");
        return file.orElseThrow();
    }
}
