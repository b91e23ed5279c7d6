package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Guesses of passwords cost time, one after the other or all at once. */
@ExtendWith(TheProduct.class)
class GuessingIT {
    private static final String SIGN_IN = "/sign-in.xhtml";
    private static final String WRONG = "a wrong password";

    /** Misses that are free; the next ones cost time. */
    private static final int FREE_MISSES = 5;

    private static Product product;

    @BeforeAll
    static void start(Product theProduct) throws Exception {
        product = theProduct;
    }

    @Test
    void guessing_a_password_is_stopped_even_for_the_right_one_and_for_addresses_that_nobody_has() throws Exception {
        Team victim = new Team(product, OFFICER);
        for (String email : List.of(victim.email(OFFICER), UUID.randomUUID() + "@example.org")) {
            for (int i = 0; i < FREE_MISSES; i++) {
                assertThat(guess(email, WRONG)).contains("E-mail address or password is wrong.");
            }
            assertThat(guess(email, WRONG)).contains("Too many wrong attempts. Try again in");
        }
        assertThat(guess(victim.email(OFFICER), victim.password(OFFICER))).contains("Too many wrong attempts");
    }

    @Test
    void guesses_at_the_same_time_count_like_guesses_one_after_the_other() throws Exception {
        Team victim = new Team(product, OFFICER);
        String email = victim.email(OFFICER);
        List<CompletableFuture<String>> guesses = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return guess(email, WRONG);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .limit(4 * FREE_MISSES)
                .toList();

        List<String> answers = guesses.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .filteredOn(answer -> answer.contains("E-mail address or password is wrong."))
                .hasSizeBetween(1, FREE_MISSES);
        assertThat(guess(email, victim.password(OFFICER))).contains("Too many wrong attempts");
    }

    private static String guess(String email, String password) throws IOException, InterruptedException {
        return new PageSession(product).signIn(SIGN_IN, email, password).body();
    }
}
