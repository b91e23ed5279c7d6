package org.fixtrail.reports.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fixtrail.reports.archive.DocumentFacts;
import org.fixtrail.reports.archive.PdfA3;
import org.fixtrail.reports.attachment.Attachment;
import org.fixtrail.reports.attachment.Attachments;
import org.fixtrail.reports.page.OwnClasses;
import org.fixtrail.reports.page.PackPages;
import org.fixtrail.reports.seal.PackCheck;
import org.fixtrail.reports.seal.Seal;
import org.fixtrail.reports.seal.SealKeys;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackProgress;
import org.fixtrail.services.pack.PackRenderer;
import org.fixtrail.services.pack.SealedPack;

/**
 * Renders packs. Laid-out pages go through temporary files, the finished file through memory. May be shared between
 * threads; without {@link #warmUp} the first pack takes longer, since it compiles the templates.
 */
public final class PackFactory implements PackRenderer {
    private final SealKeys keys;
    private final Seal seal;

    public PackFactory(SealKeys keys) {
        this.keys = keys;
        this.seal = new Seal(keys);
    }

    /** Made at first use or by {@link #warmUp}: a server that starts does not wait for templates and policy. */
    private static final class Lazy {
        private static final PackPages PAGES = new PackPages();
        private static final PackCheck CHECK = new PackCheck();
    }

    @Override
    public void warmUp() {
        keys.sha256();
        OwnClasses.with(() -> List.of(Lazy.PAGES, Lazy.CHECK));
    }

    @Override
    public SealedPack render(PackContent content, PackProgress progress) {
        return OwnClasses.with(() -> sealed(content, progress));
    }

    private SealedPack sealed(PackContent content, PackProgress progress) {
        progress.reached("Writing the attached files", 0);
        String certificate = keys.sha256();
        List<Attachment> files = Attachments.of(content, certificate);
        byte[] archive = archive(content, new PackPages.Enclosed(certificate, files), progress);
        progress.reached("Sealing", 80);
        byte[] sealed = seal.apply(archive, content.issue().issuedAt());
        progress.reached("Checking the seal", 85);
        PackCheck.Result result = Lazy.CHECK.check(sealed, certificate);
        if (!result.passed()) {
            throw new IllegalStateException("a fresh pack does not pass its own check: " + result.findings());
        }
        progress.reached("Finished", 100);
        return new SealedPack(sealed);
    }

    private static byte[] archive(PackContent content, PackPages.Enclosed enclosed, PackProgress progress) {
        try {
            Path directory = Files.createTempDirectory("fixtrail-pack");
            Path plain = directory.resolve("pages.pdf");
            try {
                progress.reached("Laying out the pages", 5);
                Lazy.PAGES.write(content, enclosed, plain);
                progress.reached("Making it fit for the archive", 70);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                PdfA3.convert(plain, facts(content), enclosed.files(), out);
                return out.toByteArray();
            } finally {
                Files.deleteIfExists(plain);
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("pack " + content.packId() + " cannot be written", e);
        }
    }

    private static DocumentFacts facts(PackContent content) {
        return new DocumentFacts(
                "Evidence pack " + content.packId() + ", "
                        + content.organisation().name(),
                content.organisation().name(),
                "Failures of deployed AI systems, their adaptation lag and its record",
                content.issue().issuedAt());
    }
}
