package org.fixtrail.services.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fixtrail.services.notification.MailPage.Tone;
import org.junit.jupiter.api.Test;

class MailPageTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"more\"";

    @Test
    void text_and_html_say_the_same() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Failure", "Emergency missed");
        facts.put("AI system", "Health assistant");
        MailPage page = MailPage.of(Tone.CALM, "Title")
                .paragraph("A paragraph.")
                .facts(facts)
                .heading("Next")
                .item("One", "due tomorrow", "https://example.org/1")
                .button("Open", "https://example.org/2")
                .note("Small print.");

        assertThat(page.text()).isEqualTo("""
                Title

                A paragraph.

                Failure: Emergency missed
                AI system: Health assistant

                Next
                ----

                - One
                  due tomorrow
                  https://example.org/1

                https://example.org/2

                Small print.
                """);
        assertThat(page.html().replaceAll("<style>(?s:.*?)</style>|<title>.*?</title>|<[^>]*>", "\n"))
                .containsSubsequence(
                        "Title",
                        "A paragraph.",
                        "Failure",
                        "Emergency missed",
                        "AI system",
                        "Health assistant",
                        "Next",
                        "One",
                        "due tomorrow",
                        "Open",
                        "https://example.org/2",
                        "Small print.");
        assertThat(page.html()).contains("<a class=\"ft-link\" href=\"https://example.org/1\"");
    }

    @Test
    void markup_is_shown_as_text_wherever_it_stands() {
        String html = MailPage.of(Tone.ALARM, HOSTILE)
                .paragraph(HOSTILE)
                .facts(Map.of(HOSTILE, HOSTILE))
                .heading(HOSTILE)
                .item(HOSTILE, HOSTILE, HOSTILE)
                .button(HOSTILE, HOSTILE)
                .note(HOSTILE)
                .html();

        assertThat(html).doesNotContain("<script", "alert('x')", "\"more\"");
        assertThat(html.split("&lt;script&gt;alert\\(&#39;x&#39;\\)&lt;/script&gt; &amp; &quot;more&quot;", -1))
                .hasSize(14);
    }

    @Test
    void it_is_dark_where_the_readers_program_is_and_loads_nothing() {
        String html = MailPage.of(Tone.ALARM, "Title").html();

        assertThat(html)
                .contains("<meta name=\"color-scheme\" content=\"light dark\">", "@media (prefers-color-scheme:dark)")
                .doesNotContain("src=", "url(", "@import", "<link");
    }
}
