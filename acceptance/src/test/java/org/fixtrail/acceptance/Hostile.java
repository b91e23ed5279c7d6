package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** What tests of hostile input send, and what they ask of the answer. */
final class Hostile {
    static final String FAILURES = "/api/v1/failures";
    static final String SIGNALS = "/api/v1/signals";
    static final String JSON = "application/json";
    static final String EVENT = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    /** Says in an entity where it would have the server read. */
    static final String XML = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";

    private Hostile() {}

    /** A signal of a failure. */
    static String event(String id, String fingerprint, String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/tests\",\"type\":\"org.example.wrong\","
                + "\"time\":\"" + time + "\",\"data\":{\"fingerprint\":\"" + fingerprint + "\"}}";
    }

    /** The failures whose title holds the text. */
    static List<JsonNode> titled(Team team, String text) throws IOException, InterruptedException {
        return team.as(AUDITOR)
                .get(FAILURES + "?text=" + text.replace(" ", "%20"))
                .expect(200)
                .items();
    }

    /** A problem document of this status, which says nothing of how the product is built. */
    static Answer refused(int status, Answer answer) {
        answer.expect(status);
        assertThat(answer.contentType()).as(answer.toString()).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.text())
                .doesNotContain("Exception", "org.fixtrail", "com.fasterxml", "jakarta.", "\tat ", "\n at ");
        return answer;
    }
}
