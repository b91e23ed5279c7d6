package org.fixtrail.launcher.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The folder of received messages: each is there whole or not at all, and the folder has a limit. */
final class Mailbox {
    static final int MOST_BYTES_A_MESSAGE = 25_000_000;
    private static final long MOST_BYTES = 1_000_000_000L;
    private static final int CHUNK = 65_536;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final long limit;
    private final AtomicLong used;
    private final AtomicLong next = new AtomicLong();

    enum Outcome {
        STORED,
        TOO_BIG,
        FULL
    }

    private Mailbox(Path folder, Clock clock, long limit, long used) {
        this.folder = folder;
        this.clock = clock;
        this.limit = limit;
        this.used = new AtomicLong(used);
    }

    static Mailbox open(Path folder, Clock clock) throws IOException {
        return open(folder, clock, MOST_BYTES);
    }

    /** Removes what an earlier run left half received. */
    static Mailbox open(Path folder, Clock clock, long limit) throws IOException {
        Files.createDirectories(folder);
        long used = 0;
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".part")) {
                Files.delete(file);
            } else {
                used += Files.size(file);
            }
        }
        return new Mailbox(folder, clock, limit, used);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Reads the message to its end; on {@link Outcome#STORED} it is on the disk under its final name. */
    Outcome store(InputStream message) throws IOException {
        Path unfinished = Files.createTempFile(folder, "receiving-", ".part");
        try {
            long size = receive(message, unfinished);
            if (size > MOST_BYTES_A_MESSAGE) {
                return Outcome.TOO_BIG;
            }
            if (used.addAndGet(size) > limit) {
                used.addAndGet(-size);
                return Outcome.FULL;
            }
            Files.move(unfinished, newFile(), StandardCopyOption.ATOMIC_MOVE);
            flushFolder();
            return Outcome.STORED;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** What is over the limit is read, since the sender must be allowed to finish, but not kept. */
    private static long receive(InputStream message, Path file) throws IOException {
        long size = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = message.read(chunk); read >= 0; read = message.read(chunk)) {
                size += read;
                if (size <= MOST_BYTES_A_MESSAGE) {
                    ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
                    while (buffer.hasRemaining()) {
                        channel.write(buffer);
                    }
                }
            }
            channel.force(true);
        }
        return size;
    }

    /** A rename is durable only when its folder is. */
    private void flushFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Sorted by name the messages are in the order of their arrival. */
    private Path newFile() {
        String time = NAME.format(clock.instant());
        Path file;
        do {
            file = folder.resolve(time + String.format("-%06d.eml", next.incrementAndGet()));
        } while (Files.exists(file));
        return file;
    }
}
