package org.fixtrail.launcher.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The file that names the process, by which one is found that a killed launcher left. */
record KeycloakPid(Path file) {

    void write(Process process) throws IOException {
        Files.writeString(file, process.pid() + "\n" + startOf(process.toHandle()) + "\n");
    }

    /** The process, if it lives and its number does not belong to another by now. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(file);
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> startOf(handle).toString().equals(lines.get(1)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH);
    }
}
