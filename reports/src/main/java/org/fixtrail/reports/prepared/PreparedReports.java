package org.fixtrail.reports.prepared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fixtrail.reports.archive.DocumentFacts;
import org.fixtrail.reports.archive.PdfA3;
import org.fixtrail.reports.page.OwnClasses;
import org.fixtrail.reports.page.PreparedPages;
import org.fixtrail.services.prepared.PreparedReport;
import org.fixtrail.services.prepared.PreparedReportRenderer;

/** Renders prepared reports: a few pages each, in memory but for the plain PDF before it is made fit for the archive. */
@ApplicationScoped
public class PreparedReports implements PreparedReportRenderer {

    /** Made at first use: a server that starts does not wait for it. */
    private static final class Lazy {
        private static final PreparedPages PAGES = new PreparedPages();
    }

    @Override
    public byte[] pdf(PreparedReport report) {
        return OwnClasses.with(() -> archived(report));
    }

    @Override
    public byte[] docx(PreparedReport report) {
        return OwnClasses.with(() -> Lazy.PAGES.docx(report));
    }

    private static byte[] archived(PreparedReport report) {
        try {
            Path plain = Files.createTempFile("fixtrail-report", ".pdf");
            try {
                try (OutputStream pages = Files.newOutputStream(plain)) {
                    Lazy.PAGES.pdf(report, pages);
                }
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                PdfA3.convert(plain, facts(report), List.of(), out);
                return out.toByteArray();
            } finally {
                Files.deleteIfExists(plain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the report for clock " + report.clockId() + " cannot be written", e);
        }
    }

    private static DocumentFacts facts(PreparedReport report) {
        return new DocumentFacts(
                report.template().title() + ", " + report.failure(),
                report.organisation(),
                report.template().mark(),
                report.preparedAt());
    }
}
