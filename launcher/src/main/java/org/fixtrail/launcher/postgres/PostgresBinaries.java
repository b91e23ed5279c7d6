package org.fixtrail.launcher.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the programs of PostgreSQL from the class path, once for each version of them.
 *
 * <p>The archives are those of {@code io.zonky.test.postgres}; the launcher drives {@code initdb} and {@code pg_ctl}
 * itself, because that project's own starter leaves the server open to all local users ({@code trust}) while it starts
 * the first time, turns {@code fsync} off and gives a stopping server five seconds.
 */
final class PostgresBinaries {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}, unpacked below {@code home} if it is not there yet. */
    static Path unpack(Path home) {
        String name = archiveName(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        URL archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new DatabaseException("there is no embedded PostgreSQL for this machine (" + name
                    + "): set FIXTRAIL_DB_URL to use your own server");
        }
        try {
            Path target = home.resolve("pg-" + fingerprint(archive));
            if (!Files.isDirectory(target)) {
                Files.createDirectories(home);
                deleteTree(home, true);
                unpack(archive, home, target);
            }
            return target;
        } catch (IOException e) {
            throw new DatabaseException("PostgreSQL could not be unpacked to " + home + ": " + e.getMessage(), e);
        }
    }

    /** The archive's name inside its jar, as in {@code postgres-linux-x86_64.txz}. */
    static String archiveName(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : os.toLowerCase(Locale.ROOT);
        String machine = switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> arch;
        };
        return "postgres-" + system + "-" + machine + ".txz";
    }

    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return connection.getContentLengthLong() + "-" + connection.getLastModified();
    }

    /** A start that is cut off here leaves only a folder under another name, which the next one removes. */
    private static void unpack(URL archive, Path home, Path target) throws IOException {
        Path unfinished = Files.createTempDirectory(home, "unpacking-");
        try (InputStream in = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, unfinished);
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0 || "bin".equals(fileName(parent));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        }
    }

    private static @Nullable String fileName(@Nullable Path path) {
        Path name = path == null ? null : path.getFileName();
        return name == null ? null : name.toString();
    }

    /** Deletes a folder with all that is in it; links are removed, not followed. */
    static void deleteTree(Path root, boolean keepRoot) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!keepRoot || !path.equals(root)) {
                    Files.delete(path);
                }
            }
        }
    }
}
