package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtrail.reports.seal.PackCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a new user finds after {@code ./fixtrail demo}. */
@ExtendWith(TheProduct.class)
class DemoIT {
    private static final Pattern TOKEN = Pattern.compile("Auditor\\s+(fxt_p_\\S+)");
    private static final Pattern PACK = Pattern.compile("Evidence pack\\s+(\\S+\\.pdf)");

    private static String printed;
    private static Api auditor;

    @BeforeAll
    static void the_auditor_takes_the_printed_token(Product product) throws IOException {
        printed = product.printed();
        auditor = product.api().as(found(TOKEN));
    }

    @Test
    void the_outside_study_was_47_days_behind_the_launch() throws Exception {
        List<JsonNode> failures =
                auditor.get("/api/v1/failures?severity=CRITICAL").expect(200).items();
        List<Long> detection = failures.stream()
                .map(failure -> detectionLag(failure.path("id").asText()))
                .toList();

        assertThat(detection).contains(Duration.ofDays(47).toSeconds());
    }

    private static long detectionLag(String failure) {
        try {
            return Answer.list(auditor.get("/api/v1/failures/" + failure)
                            .expect(200)
                            .json()
                            .path("lags"))
                    .stream()
                    .filter(lag -> lag.path("pair").asText().equals("EMERGED-DETECTED"))
                    .mapToLong(lag -> lag.path("seconds").asLong())
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_printed_pack_is_intact() throws IOException {
        assertThat(new PackCheck()
                        .check(Files.readAllBytes(Path.of(found(PACK))))
                        .findings())
                .isEmpty();
    }

    private static String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(printed);
        if (!matcher.find()) {
            throw new AssertionError("there is no " + pattern + " in " + printed);
        }
        return matcher.group(1);
    }
}
