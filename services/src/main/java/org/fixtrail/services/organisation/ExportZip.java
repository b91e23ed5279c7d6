package org.fixtrail.services.organisation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.ledger.Sha256;

/** A zip file whose last entry says what the others are: {@code manifest.json} with size and SHA-256 of each. */
final class ExportZip {
    private final Counted whole;
    private final ZipOutputStream zip;
    private final List<Object> entries = new ArrayList<>();
    private Counted part;
    private String name = "";
    private long lines;

    ExportZip(OutputStream out) {
        whole = new Counted(out);
        zip = new ZipOutputStream(whole, StandardCharsets.UTF_8);
        part = new Counted(OutputStream.nullOutputStream());
    }

    /** Begins an entry of lines. */
    void begin(String entry) throws IOException {
        name = entry;
        lines = 0;
        part = new Counted(zip);
        zip.putNextEntry(new ZipEntry(entry));
    }

    void line(String text) throws IOException {
        part.write(text.getBytes(StandardCharsets.UTF_8));
        part.write('\n');
        lines++;
    }

    void end() throws IOException {
        end(Map.of("rows", lines));
    }

    /** @param about what the manifest says of it beside size and hash */
    void file(String entry, Map<String, String> about, byte[] content) throws IOException {
        begin(entry);
        part.write(content);
        end(about);
    }

    private void end(Map<String, ?> about) throws IOException {
        zip.closeEntry();
        Map<String, Object> said = new HashMap<>(about);
        said.put("entry", name);
        said.put("bytes", part.written());
        said.put("sha256", part.hash().toString());
        entries.add(said);
    }

    /** Writes the manifest; the file is whole then. */
    ExportedFile finish(Map<String, ?> about) throws IOException {
        Map<String, Object> manifest = new HashMap<>(about);
        manifest.put("entries", entries);
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(CanonicalJson.bytes(manifest));
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return new ExportedFile(whole.hash(), whole.written());
    }

    /** What goes through, with its hash. */
    private static final class Counted extends DigestOutputStream {
        private long written;

        Counted(OutputStream out) {
            super(out, sha256());
        }

        long written() {
            return written;
        }

        /** Of all that was written; asked once. */
        Sha256 hash() {
            return Sha256.of(getMessageDigest().digest());
        }

        @Override
        public void write(int one) throws IOException {
            super.write(one);
            written++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            written += length;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
