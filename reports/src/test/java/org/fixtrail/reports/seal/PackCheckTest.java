package org.fixtrail.reports.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.reports.pack.SealedPackFixture.keysIn;
import static org.fixtrail.reports.pack.SealedPackFixture.sealed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.fixtrail.reports.pack.PackFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCheckTest {
    private static final int FLIPS = 40;

    @TempDir
    static Path directory;

    private static final PackCheck CHECK = new PackCheck();
    private static SealKeys keys;
    private static byte[] pdf;

    @BeforeAll
    static void seals_a_pack() {
        keys = keysIn(directory);
        pdf = sealed(keys, PackFixture.anEmptyPack());
        assertThat(CHECK.check(pdf).findings()).isEmpty();
    }

    @Test
    void a_flipped_bit_is_found_anywhere_in_the_file() {
        List<Integer> unnoticed = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            int at = (int) ((long) i * (pdf.length - 1) / (FLIPS - 1));
            if (CHECK.check(flipped(at)).passed()) {
                unnoticed.add(at);
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void a_flipped_bit_is_found_in_the_signature_itself_and_in_the_room_behind_it() {
        int room = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("<3082");
        assertThat(room).isPositive();
        for (int offset : new int[] {0, 1, 9, 40, 120, 700, 1_500, 3_000, 12_000, 23_000}) {
            assertThat(CHECK.check(flipped(room + offset)).passed())
                    .as("bit at %d of the signature", offset)
                    .isFalse();
        }
    }

    @Test
    void appended_bytes_are_found() {
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);
        longer[pdf.length] = '\n';

        assertThat(CHECK.check(longer).findings())
                .contains("The signature does not cover the file from its first byte to its last.");
    }

    @Test
    void a_cut_file_and_no_pdf_at_all_are_findings_not_errors() {
        assertThat(CHECK.check(Arrays.copyOf(pdf, pdf.length / 2)).passed()).isFalse();
        assertThat(CHECK.check("no pdf".getBytes(StandardCharsets.UTF_8)).passed())
                .isFalse();
        assertThat(CHECK.check(new byte[0]).passed()).isFalse();
    }

    @Test
    void an_added_annotation_is_found() throws IOException {
        byte[] changed = changed(document -> {
            PDPage page = document.getPage(0);
            PDAnnotationText note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(100, 100, 200, 50));
            note.setContents("approved");
            List<PDAnnotation> annotations = new ArrayList<>(page.getAnnotations());
            annotations.add(note);
            page.setAnnotations(annotations);
            page.getCOSObject().setNeedToBeUpdated(true);
        });

        assertThat(CHECK.check(changed).findings()).anyMatch(finding -> finding.startsWith("The seal does not hold"));
    }

    @Test
    void an_added_drawing_on_a_page_is_found() throws IOException {
        byte[] changed = changed(document -> {
            PDPage page = document.getPage(0);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.addRect(60, 400, 300, 100);
                content.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
        });

        assertThat(CHECK.check(changed).findings()).anyMatch(finding -> finding.startsWith("The seal does not hold"));
    }

    @Test
    void a_changed_title_is_found() throws IOException {
        byte[] changed = changed(document -> {
            document.getDocumentInformation().setTitle("changed");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
        });

        assertThat(CHECK.check(changed).passed()).isFalse();
    }

    @Test
    void a_pack_sealed_with_another_key_is_intact_but_not_ours(@TempDir Path elsewhere) {
        byte[] foreign = sealed(keysIn(elsewhere), PackFixture.anEmptyPack());

        assertThat(CHECK.check(foreign).passed()).isTrue();
        assertThat(CHECK.check(foreign, keys.sha256()).findings())
                .containsExactly("The pack was sealed with another certificate than the expected one.");
    }

    private static byte[] flipped(int at) {
        byte[] copy = pdf.clone();
        copy[at] ^= 1;
        return copy;
    }

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }

    private static byte[] changed(Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.apply(document);
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }
}
