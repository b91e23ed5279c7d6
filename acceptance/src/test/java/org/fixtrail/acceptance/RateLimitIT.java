package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody asks too much: each caller is told how much is left, and refused in words when there is nothing. */
@ExtendWith(TheProduct.class)
class RateLimitIT {
    private static final int ANONYMOUS_QUOTA = 120;

    @Test
    void each_answer_of_the_api_tells_what_is_left(Product product) throws Exception {
        Team team = new Team(product, OFFICER, ADMINISTRATOR);
        String system = team.addSystem("Limited");

        Answer person = team.as(OFFICER).get("/api/v1/systems");
        Answer machine = team.machine(system).get("/api/v1/systems");

        assertThat(person.header("RateLimit-Policy")).isEqualTo("\"person\";q=1200;w=60");
        assertThat(person.header("RateLimit")).matches("\"person\";r=1[0-9]{3};t=[0-9]+");
        assertThat(machine.header("RateLimit-Policy")).isEqualTo("\"key\";q=6000;w=60");
        assertThat(machine.header("RateLimit")).matches("\"key\";r=5999;t=1");
    }

    /** By the address that a proxy would forward, so that the other tests of this machine are not refused. */
    @Test
    void who_guesses_tokens_or_passwords_from_one_address_is_refused_and_others_are_not(Product product)
            throws Exception {
        Api guesser = new Api(
                product.base(), Map.of("Authorization", "Bearer fxt_p_guess", "X-Forwarded-For", "203.0.113.9"));
        Answer answer = guesser.get("/api/v1/failures");
        for (int i = 1; i < 4 * ANONYMOUS_QUOTA && answer.status() == 401; i++) {
            answer = guesser.get("/api/v1/failures");
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("RateLimit")).matches("\"anonymous\";r=0;t=[0-9]+");
        assertThat(answer.json().path("violated-policies").path(0).asText()).isEqualTo("anonymous");
        assertThat(new Api(product.base(), Map.of("X-Forwarded-For", "203.0.113.9"))
                        .get("/sign-in.xhtml")
                        .status())
                .isEqualTo(429);
        assertThat(new Api(product.base(), Map.of("X-Forwarded-For", "203.0.113.10"))
                        .get("/sign-in.xhtml")
                        .status())
                .isEqualTo(200);
    }
}
