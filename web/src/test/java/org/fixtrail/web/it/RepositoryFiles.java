package org.fixtrail.web.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds files beside or above the directory in which the server was started. */
final class RepositoryFiles {
    private RepositoryFiles() {}

    /** A mapping of the guide. */
    static byte[] example(String name) throws IOException {
        Path file = find("docs/examples/" + name).orElseThrow(() -> new IllegalStateException("there is no " + name));
        return Files.readAllBytes(file);
    }

    /** A file of the shared data; the test is skipped where it is absent. */
    static byte[] sharedData(String name) throws IOException {
        Optional<Path> file = find("shared/data/" + name);
        assumeTrue(file.isPresent(), () -> "skipped: shared/data/" + name + " is in no directory above this one");
        return Files.readAllBytes(file.orElseThrow());
    }

    private static Optional<Path> find(String name) {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, dir -> dir != null, Path::getParent)
                .map(dir -> dir.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
