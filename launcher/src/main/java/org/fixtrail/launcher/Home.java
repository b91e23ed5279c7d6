package org.fixtrail.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where everything lies that an installation keeps: {@code var/}, readable by its owner alone.
 *
 * @param path absolute
 */
record Home(Path path) {
    Home {
        path = path.toAbsolutePath().normalize();
    }

    Path postgres() {
        return path.resolve("pg");
    }

    /** The embedded Keycloak with its data. */
    Path keycloak() {
        return path.resolve("keycloak");
    }

    Path logs() {
        return path.resolve("log");
    }

    /** The demo's received mail, one {@code .eml} file each. */
    Path mail() {
        return path.resolve("mail");
    }

    /** The PKCS#12 files, made by the application. */
    Path keys() {
        return path.resolve("keys");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    /** What is true only while a launcher runs. */
    Path run() {
        return path.resolve("run");
    }

    /** The server's working copy, made anew at each start. */
    Path server() {
        return path.resolve("server");
    }

    /** The demo's evidence pack, with the certificate of its seal. */
    Path demo() {
        return path.resolve("demo");
    }

    /** There once the demo's story has been told. */
    Path storyTold() {
        return path.resolve("story-told");
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Makes the folders that are missing and takes everyone else's rights away. */
    void prepare() {
        try {
            for (Path folder : new Path[] {path, postgres(), keycloak(), logs(), mail(), keys(), run()}) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new LaunchException(
                    "cannot write to " + path + " (" + e + "): set FIXTRAIL_VAR to a folder that is yours", e);
        }
    }
}
