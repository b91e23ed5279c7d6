package org.fixtrail.web.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.UnaryOperator;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.counting.HolidayCalendars;
import org.fixtrail.services.obligation.ClockPreview;
import org.fixtrail.services.obligation.ClockQuestion;
import org.fixtrail.services.obligation.PreviewClock;
import org.fixtrail.services.obligation.RulePacks;
import org.fixtrail.web.api.JsonMapper;
import org.junit.jupiter.api.Test;

class ClockPreviewJsonTest {
    private static final ObjectMapper MAPPER = JsonMapper.create();

    private static JsonNode json(ClockQuestion question) {
        Outcome<ClockPreview> outcome = new PreviewClock(new RulePacks(), new HolidayCalendars()).preview(question);
        return MAPPER.valueToTree(ClockPreviewJson.of(((Outcome.Done<ClockPreview>) outcome).value()));
    }

    @Test
    void a_rule_tells_its_ends_its_source_and_each_step() {
        JsonNode json =
                json(new ClockQuestion("AIA-73-3", null, null, null, "2026-11-20T09:00", "Europe/Berlin", "DE"));
        JsonNode limit = json.path("limits").path(0);
        UnaryOperator<String> told = name -> limit.path(name).asText();

        assertThat(told.apply("event")).isEqualTo("awareness of the serious incident");
        assertThat(told.apply("strictAt")).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(told.apply("rolledAt")).isEqualTo("2026-11-23T23:00:00Z");
        assertThat(told.apply("legalAt")).isEqualTo("2026-11-24T23:00:00Z");
        assertThat(told.apply("legalDay")).isEqualTo("2026-11-24");
        assertThat(limit.path("steps").findValuesAsText("article"))
                .containsExactly("", "Article 3(1)", "Article 3(2)(b)", "Article 3(4)", "Article 3(5)");
        assertThat(limit.path("steps").path(4).path("reading").asText()).isEqualTo("LEGAL");
        assertThat(limit.path("steps").path(4).path("from").asText()).isEqualTo("2026-11-23");
        assertThat(json.path("rule").path("article").asText()).isEqualTo("Article 73(3)");
        assertThat(json.path("rule").path("from").asText()).isEqualTo("2026-08-02");
        assertThat(json.path("rule").path("practical").path(0).path("from").asText())
                .isEqualTo("2027-12-02");
        assertThat(json.path("calendar").path("filled").asBoolean()).isTrue();
    }

    @Test
    void without_a_rule_there_is_none() {
        JsonNode json = json(new ClockQuestion(null, 72, "h", "strict", "2026-11-20T09:00", "UTC", null));

        assertThat(json.has("rule")).isFalse();
        assertThat(json.has("calendar")).isFalse();
        assertThat(json.path("limits").path(0).path("strictDay").asText()).isEqualTo("2026-11-23");
    }
}
