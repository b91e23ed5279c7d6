package org.fixtrail.launcher;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.fixtrail.launcher.standin.BrokenListener;
import org.fixtrail.launcher.standin.StandInServlet;
import org.postgresql.ds.PGSimpleDataSource;

/** Packs the stand-in application: one class and its JDBC driver. */
final class StandInWar {
    private StandInWar() {}

    static Path thatWorks(Path folder) {
        return write(folder.resolve("works.war"), StandInServlet.class);
    }

    static Path thatFailsToDeploy(Path folder) {
        return write(folder.resolve("broken.war"), BrokenListener.class);
    }

    private static Path write(Path war, Class<?> component) {
        try (OutputStream file = Files.newOutputStream(war);
                JarOutputStream jar = new JarOutputStream(file)) {
            String name = component.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry("WEB-INF/classes/" + name));
            try (InputStream in = component.getResourceAsStream("/" + name)) {
                requireNonNull(in, name).transferTo(jar);
            }
            jar.putNextEntry(new JarEntry("WEB-INF/lib/postgresql.jar"));
            Files.copy(driver(), jar);
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path driver() {
        try {
            return Path.of(PGSimpleDataSource.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
