package org.fixtrail.reports.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * {@code seal.p12}: the one PKCS#12 file that holds the seal's key, readable by its owner only.
 *
 * <p>It is written under another name, forced to the disk and then linked to its own name, which fails if that name
 * exists. So of several nodes that start on one directory exactly one makes the key and all use it. The directory's
 * file system must know hard links.
 */
final class SealKeyFile {
    private static final String NAME = "seal.p12";
    private static final String ALIAS = "seal";

    private final Path directory;
    private final char[] password;

    SealKeyFile(Path directory, char[] password) {
        this.directory = directory;
        this.password = password;
    }

    /** Reads the key, or stores and reads the one that {@code maker} makes if there is none yet. */
    SealIdentity readOrCreate(Supplier<SealIdentity> maker) {
        Path file = directory.resolve(NAME);
        try {
            if (!Files.exists(file)) {
                create(file, maker.get());
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the seal's key in " + file + " cannot be read or made; is fixtrail.keys.password the right one?",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal's key in " + file + " is damaged", e);
        }
    }

    private SealIdentity read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        if (store.getKey(ALIAS, password) instanceof PrivateKey key
                && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return new SealIdentity(key, certificate);
        }
        throw new GeneralSecurityException("no entry named " + ALIAS);
    }

    private void create(Path file, SealIdentity identity) throws IOException, GeneralSecurityException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
        Path fresh = directory.resolve(NAME + "." + UUID.randomUUID() + ".new");
        try {
            write(fresh, bytes(identity));
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another node was faster: its key is the key.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private byte[] bytes(SealIdentity identity) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, identity.key(), password, new Certificate[] {identity.certificate()});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(path, options, ownerOnly("rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
