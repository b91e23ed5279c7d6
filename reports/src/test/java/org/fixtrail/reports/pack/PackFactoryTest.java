package org.fixtrail.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.reports.pack.PackFixture.aPackThatSays;
import static org.fixtrail.reports.pack.PackFixture.aSmallPack;
import static org.fixtrail.reports.pack.PackFixture.anEmptyPack;
import static org.fixtrail.reports.pack.PackFixture.longTitle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fixtrail.reports.seal.PackCheck;
import org.fixtrail.reports.seal.SealKeys;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.SealedPack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFactoryTest {
    @TempDir
    static Path keyDirectory;

    private static PackFactory factory;
    private static SealKeys keys;
    private static byte[] small;

    @BeforeAll
    static void seals_one_pack_for_all_tests() throws IOException {
        keys = SealedPackFixture.keysIn(keyDirectory);
        factory = new PackFactory(keys);
        small = rendered("small", aSmallPack());
    }

    @Test
    void the_archive_standard_is_met() throws IOException {
        assertThat(VeraPdf.violations(small)).isEmpty();
    }

    @Test
    void the_archive_standard_is_not_met_by_any_pdf() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }
        assertThat(VeraPdf.violations(plain.toByteArray())).isNotEmpty();
    }

    @Test
    void the_check_accepts_a_fresh_pack_and_names_the_seal() {
        PackCheck.Result result = new PackCheck().check(small, keys.sha256());

        assertThat(result.findings()).isEmpty();
        assertThat(result.certificateSha256()).isEqualTo(keys.sha256());
        assertThat(result.sealedAt()).isEqualTo(aSmallPack().issue().issuedAt());
    }

    @Test
    void every_section_is_there_and_every_page_names_the_pack() throws IOException {
        String text = text(small);

        assertThat(text)
                .contains("1  Summary", "2  Lag figures", "3  Adaptation lag curves", "4  Failure register")
                .contains("5  Failure trails", "6  Missed clocks", "7  Roles and permissions")
                .contains("8  Rights held, and their reviews", "9  Ledger, seal", "Rita Reviewer", "confirmed by Ada")
                .contains("Reviewed on 2026-05-04 by Olga Officer: 4 rights, 1 marked")
                .contains("Sample data", "self-asserted: not proven against the operator", "47 d 0 h", "36 min")
                .contains("By 47 d 0 h: reached 75.0 % (60), risk accepted 6.2 % (5), still open 18.8 %.")
                .contains("Kaplan-Meier alone: reached 80.0 %.")
                .contains("1,800,000,000 interactions", "SUPERSEDED", "IMPORTED", "INVENTED", "no data", "not reached");
        for (String page : pages(small)) {
            assertThat(page).contains("Pack P-2026-0007", "ledger size 1,284", "Europe/Paris");
            assertThat(page).containsPattern("Page \\d+ of " + pages(small).size());
        }
    }

    @Test
    void an_empty_pack_says_that_there_are_no_failures() throws IOException {
        byte[] pdf = rendered("empty", anEmptyPack());

        assertThat(text(pdf))
                .contains("No failures in scope.", "No clock of the scope missed its deadline.", "no data");
        assertThat(VeraPdf.violations(pdf)).isEmpty();
    }

    @Test
    void markup_is_shown_as_text() throws IOException {
        byte[] pdf = rendered("markup", aPackThatSays("<b>bold</b> & <style isBold=\"true\">\"x\"</style> ]]> ${1+1}"));

        assertThat(text(pdf)).contains("<b>bold</b> & <style isBold=\"true\">\"x\"</style> ]]> ${1+1}");
        assertThat(VeraPdf.violations(pdf)).isEmpty();
    }

    @Test
    void other_scripts_are_shown_where_the_fonts_have_them_and_visibly_replaced_where_not() throws IOException {
        String words =
                "Ελληνικά Кириллица 100 € שלום עולם مرحبا بالعالم \u202Eevil\u202C 中文 \uD83D\uDE00 \u0007 \uD800";
        byte[] pdf = rendered("scripts", aPackThatSays(words));

        assertThat(text(pdf))
                .contains("Ελληνικά Кириллица 100 €", "שלום", "\uFFFDevil\uFFFD \uFFFD\uFFFD \uFFFD \uFFFD \uFFFD");
        assertThat(VeraPdf.violations(pdf)).isEmpty();
    }

    @Test
    void long_titles_are_not_cut() throws IOException {
        String sentence = longTitle(500);
        String oneWord = "x".repeat(500);

        assertThat(withoutSpace(rendered("long", aPackThatSays(sentence)))).contains(sentence.replaceAll("\\s", ""));
        assertThat(withoutSpace(rendered("word", aPackThatSays(oneWord)))).contains(oneWord);
    }

    @Test
    void text_longer_than_a_page_goes_on_on_the_next_one() throws IOException {
        String novel = longTitle(20_000) + "the end";

        assertThat(withoutSpace(rendered("novel", aPackThatSays(novel))))
                .contains("insistsonitwhenaskedagain;", "theend");
    }

    @Test
    void warming_up_makes_the_key_of_the_seal_and_lets_the_class_loader_be(@TempDir Path directory) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        new PackFactory(SealedPackFixture.keysIn(directory)).warmUp();

        assertThat(directory.resolve("seal.p12")).exists();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void progress_only_goes_forward_and_ends_at_hundred() {
        List<Integer> percents = new ArrayList<>();

        factory.render(anEmptyPack(), (step, percent) -> percents.add(percent));

        assertThat(percents).isSorted().startsWith(0).endsWith(100);
    }

    private static byte[] rendered(String name, PackContent content) throws IOException {
        SealedPack pack = factory.render(content, (step, percent) -> {});
        Path directory = Files.createDirectories(Path.of("target", "packs"));
        Files.write(directory.resolve(name + ".pdf"), pack.pdf());
        return pack.pdf();
    }

    private static String withoutSpace(byte[] pdf) throws IOException {
        return text(pdf).replaceAll("\\s", "");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }
}
