package org.fixtrail.reports.prepared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.obligation.Confidence;
import org.fixtrail.reports.pack.VeraPdf;
import org.fixtrail.services.prepared.Need;
import org.fixtrail.services.prepared.PreparedReport;
import org.fixtrail.services.prepared.PreparedReport.Item;
import org.fixtrail.services.prepared.PreparedReport.Section;
import org.fixtrail.services.prepared.PreparedReport.State;
import org.fixtrail.services.prepared.PreparedReport.Tick;
import org.fixtrail.services.prepared.PreparedReport.TickedBox;
import org.fixtrail.services.prepared.ReportTemplate;
import org.junit.jupiter.api.Test;

class PreparedReportsTest {
    private static final String MARK = "DRAFT TEMPLATE v1.0.0, not final";

    private final PreparedReports renderer = new PreparedReports();

    @Test
    void the_pdf_is_fit_for_the_archive_and_says_on_every_page_that_the_template_is_a_draft() throws IOException {
        byte[] pdf = renderer.pdf(report());
        Files.write(Path.of("target", "prepared.pdf"), pdf);

        assertThat(VeraPdf.violations(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page)).as("page " + page).contains(MARK);
            }
            assertThat(text(document, 1))
                    .contains("GAP. The number of the AI system", "\u2612 death", "For the final report: analyse it");
        }
    }

    @Test
    void the_docx_holds_the_fields_the_gaps_and_the_mark() throws IOException {
        byte[] docx = renderer.docx(report());
        Files.write(Path.of("target", "prepared.docx"), docx);

        assertThat(part(docx, "word/header1.xml")).contains(MARK);
        assertThat(part(docx, "word/document.xml"))
                .containsOnlyOnce("<w:sectPr>")
                .contains("w:headerReference");
        String text = part(docx, "word/document.xml").replaceAll("<[^>]+>", "");
        assertThat(text)
                .contains(
                        "GAP. The number of the AI system",
                        "\u2612 death",
                        "\u6771\u4EAC &lt;b&gt;&amp;amp; co",
                        "Wrong dose");
        assertThat(text).doesNotContain("\u0007");
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    private static String part(byte[] docx, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }

    private static PreparedReport report() {
        ReportTemplate template = new ReportTemplate(
                "AIA-73-DRAFT",
                "v1.0.0",
                "Report of a serious incident, EU AI Act, Article 73",
                MARK,
                "The fields follow the Commission's draft template, as others have read it.",
                "An initial report may be incomplete (Article 73(5)).",
                new ReportTemplate.Source(URI.create("https://example.org/template"), Confidence.SECONDARY),
                Set.of("AIA-73-4"),
                List.of());
        List<Item> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(item("4." + i, "Field " + i, Need.UNSAID, State.FILLED, List.of("value ".repeat(20), "more"), ""));
        }
        Item classes = new Item(
                "(g)",
                "Class",
                Need.UNSAID,
                State.FILLED,
                List.of(),
                List.of(new TickedBox("death", Tick.YES), new TickedBox("property", Tick.OPEN)),
                "");
        List<Section> sections = List.of(
                new Section(
                        "2",
                        "AI system",
                        List.of(
                                item(
                                        "",
                                        "EU database id",
                                        Need.UNSAID,
                                        State.GAP,
                                        List.of(),
                                        "The number of the AI system."),
                                item(
                                        "",
                                        "Name",
                                        Need.INITIAL,
                                        State.FILLED,
                                        List.of("\u6771\u4EAC <b>&amp; co\u0007"),
                                        ""),
                                item("4.2", "Root cause", Need.FINAL, State.GAP, List.of(), "analyse it"),
                                classes)),
                new Section("4", "Many", many));
        return new PreparedReport(
                template,
                ReportKind.INITIAL,
                new UUID(1, 2),
                "AIA-73-4: Serious incident with a death",
                "market surveillance authority, Germany",
                Instant.parse("2026-11-30T23:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2026-11-20T12:00:00Z"),
                "Clinic AG",
                "F-1",
                "Wrong dose",
                "Dose advisor",
                sections,
                List.of(new Section(
                        "", "Trail", List.of(item("", "Stages", Need.UNSAID, State.FILLED, List.of("a", "b"), "")))));
    }

    private static Item item(String number, String label, Need need, State state, List<String> values, String toDo) {
        return new Item(number, label, need, state, values, List.of(), toDo);
    }
}
