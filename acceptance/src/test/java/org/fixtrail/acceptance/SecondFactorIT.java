package org.fixtrail.acceptance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.AUDITOR;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An installation where nobody goes on without a second factor. */
class SecondFactorIT {
    private static final String FAILURES = "/failure/list.xhtml";

    private static Path folder;
    private static Product product;

    @BeforeAll
    static void start() throws Exception {
        Path target = Path.of(requireNonNull(System.getProperty("fixtrail.acceptance.folder")));
        folder = Files.createTempDirectory(Files.createDirectories(target), "factor-");
        Product.withoutStory(folder);
        product = Product.start(folder, Product.freePort(), Map.of("FIXTRAIL_SECOND_FACTOR", "required"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (product != null) {
            product.stop();
        }
    }

    @Test
    void who_has_none_sets_it_up_first_and_gives_a_code_at_each_sign_in() throws Exception {
        Team team = new Team(product, AUDITOR);
        try (Portal portal = new Portal(product);
                Visit visit = portal.visit()) {
            visit.signIn(team, AUDITOR);
            Page page = visit.page();
            visit.open(FAILURES);
            assertThat(page.url()).as("nothing else before").endsWith("/account/security.xhtml");

            visit.input("Your password").fill(team.password(AUDITOR));
            visit.press("Set it up");
            assertThat(page.locator("img[alt='QR code of the secret']").getAttribute("src"))
                    .startsWith("data:image/svg+xml;base64,");
            visit.input("Code").fill("000000");
            visit.press("Turn it on");
            assertThat(page.textContent("main")).contains("is not the one that the program shows now");
            visit.input("Code").fill(code(page.locator("#secret").textContent()));
            visit.press("Turn it on");
            String recovery = page.locator("#codes code").first().textContent();
            visit.press("I have kept them");
            visit.open(FAILURES);
            assertThat(visit.title()).isEqualTo("Failures");

            visit.press("Sign out");
            visit.signIn(team.email(AUDITOR), team.password(AUDITOR));
            page.getByText("Your authenticator shows a code").waitFor();
            visit.open(FAILURES);
            assertThat(page.url()).as("the password alone").contains("/sign-in.xhtml");
            enter(visit, team, recovery);
            visit.open(FAILURES);
            assertThat(visit.title()).isEqualTo("Failures");

            visit.press("Sign out");
            enter(visit, team, recovery);
            assertThat(page.textContent("main")).as("works once").contains("wrong");
        }
    }

    private static void enter(Visit visit, Team team, String code) {
        visit.signIn(team.email(AUDITOR), team.password(AUDITOR));
        visit.page().getByLabel("Code").fill(code);
        visit.press("Go on");
    }

    private static String code(String secret) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(new Base32().decode(secret.strip()), "RAW"), Instant.now());
    }
}
