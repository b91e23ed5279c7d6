package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the operator does with organisations, by the command line. */
@ExtendWith(TheProduct.class)
class OrganisationIT {

    @Test
    void the_operator_makes_an_organisation_with_two_people_who_can_sign_in(Product product) throws Exception {
        String name = "Beta " + UUID.randomUUID();
        String domain = UUID.randomUUID() + ".example";

        Product.Ended made = product.command(
                "organisation",
                "create",
                "--name",
                name,
                "--administrator",
                "ada@" + domain,
                "--officer",
                "bob@" + domain);

        assertThat(made.exitCode()).as(made.printed()).isZero();
        assertThat(made.printed())
                .containsPattern("ada@" + domain + " +one-time password: [a-z2-9-]{23} +\\(administrator\\)")
                .containsPattern("bob@" + domain + " +one-time password: [a-z2-9-]{23} +\\(compliance officer\\)");
        assertThat(product.command("organisation", "list").printed()).contains(name + "  (2 people, open)");
    }

    @Test
    void what_cannot_be_made_is_said_in_one_line(Product product) throws Exception {
        String name = "Gamma " + UUID.randomUUID();
        String[] twice = {
            "organisation", "create", "--name", name, "--administrator", "one@g.example", "--officer", "one@g.example"
        };

        assertRefused(product.command(twice), 1, "email is given twice: one@g.example");
        assertRefused(product.command("organisation", "create", "--name", name), 2, "--administrator is missing");
        assertRefused(product.command("organisation", "make"), 2, "organisation create");
        assertThat(product.command("organisation", "list").printed()).doesNotContain(name);
    }

    @Test
    void no_request_without_the_operators_key_finds_anything(Product product) throws Exception {
        for (String action : new String[] {"create", "list", "close", "export", "delete"}) {
            assertThat(product.api()
                            .post("/operator/v1/organisations/" + action, "application/json", "{}")
                            .status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(product.operator().get("/operator/v1/organisations/list").status())
                .isEqualTo(404);
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
