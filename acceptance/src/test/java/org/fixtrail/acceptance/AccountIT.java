package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the operator does for somebody who cannot sign in, by the command line. */
@ExtendWith(TheProduct.class)
class AccountIT {

    @Test
    void a_new_one_time_password_lets_its_owner_in_to_change_it_and_ends_what_was_open(Product product)
            throws Exception {
        Team team = new Team(product, ADMINISTRATOR, OFFICER);
        String email = team.email(OFFICER);
        PageSession open = PageSession.of(product, team, OFFICER);

        Product.Ended made = product.command("account", "new-password", email, "--without-second-factor");

        assertThat(made.exitCode()).as(made.printed()).isZero();
        Matcher password = Pattern.compile(Pattern.quote(email) + " +one-time password: ([a-z2-9-]{23})")
                .matcher(made.printed());
        assertThat(password.find()).as(made.printed()).isTrue();
        assertThat(made.printed())
                .contains("must be changed at the next sign-in, and holds seven days")
                .contains("There was no second factor to remove");
        assertThat(location(open.get("/index.xhtml"))).contains("/sign-in.xhtml");
        PageSession again = new PageSession(product);
        assertThat(again.signIn("/sign-in.xhtml", email, team.password(OFFICER)).statusCode())
                .as("the old password")
                .isEqualTo(200);
        again.signIn("/sign-in.xhtml", email, password.group(1));
        assertThat(location(again.get("/index.xhtml"))).contains("/change-password.xhtml");
    }

    @Test
    void what_cannot_be_done_is_said_in_one_line(Product product) throws Exception {
        String nobody = "nobody@" + UUID.randomUUID() + ".example";

        assertRefused(product.command("account", "new-password", nobody), 1, "There is no account of this address");
        assertRefused(product.command("account", "new-password"), 2, "account new-password ADDRESS");
        assertRefused(product.command("account", "new-password", nobody, "--all"), 2, "account new-password ADDRESS");
        assertRefused(product.command("account", "delete", nobody), 2, "account new-password ADDRESS");
    }

    @Test
    void no_request_without_the_operators_key_finds_anything(Product product) throws Exception {
        assertThat(product.api()
                        .post("/operator/v1/accounts/new-password", "application/json", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(product.operator().get("/operator/v1/accounts/new-password").status())
                .isEqualTo(404);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static void assertRefused(Product.Ended ended, int exitCode, String why) {
        assertThat(ended.exitCode()).as(ended.printed()).isEqualTo(exitCode);
        assertThat(ended.printed().lines())
                .singleElement()
                .asString()
                .startsWith("fixtrail: ")
                .contains(why);
    }
}
