package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.ADMINISTRATOR;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixtrail.launcher.mail.MailSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody is invited, comes in, is given a role by two people, forgets the password, and has all sessions ended. */
@ExtendWith(TheProduct.class)
class AccessPortalIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD = "garden kettle seven moons";
    private static final String OTHER_PASSWORD = "paper lantern under snow";

    @Test
    void a_person_comes_in_by_a_mailed_link_and_sees_something_once_a_second_person_agrees(Product product)
            throws Exception {
        Team team = new Team(product, ADMINISTRATOR, OFFICER);
        String email = "nora@" + UUID.randomUUID() + ".example";
        try (Portal portal = new Portal(product);
                Visit administrator = portal.visit();
                Visit officer = portal.visit();
                Visit nora = portal.visit();
                Visit again = portal.visit()) {
            administrator.signIn(team, ADMINISTRATOR);
            invite(administrator, email);

            String link = link(product, email, "join");
            nora.page().navigate(link);
            choosePassword(nora, PASSWORD, "Take up the invitation");
            signIn(nora, email, PASSWORD);
            assertThat(nora.link("Failures").count()).as("no role yet").isZero();
            again.page().navigate(link);
            assertThat(again.page().textContent("main")).contains("does not work");

            assertThat(isReminded(administrator))
                    .as("of the own proposal, or of reviews that others sign off")
                    .isFalse();
            confirm(officer, team);
            signOff(officer);
            assertThat(isReminded(officer)).as("all is done").isFalse();
            nora.open("/index.xhtml");
            assertThat(nora.link("Failures").count()).isOne();

            forgetPassword(again, email);
            again.page().navigate(link(product, email, "reset-password"));
            choosePassword(again, OTHER_PASSWORD, "Set the password");
            nora.open("/index.xhtml");
            assertThat(nora.page().url()).as("all sessions have ended").contains("/sign-in.xhtml");
            signIn(again, email, OTHER_PASSWORD);

            signIn(nora, email, OTHER_PASSWORD);
            nora.open("/account/security.xhtml");
            assertThat(nora.page().locator("#sessions tbody tr").count()).isEqualTo(2);
            nora.press("Sign out everywhere");
            again.open("/index.xhtml");
            assertThat(again.page().url()).contains("/sign-in.xhtml");
        }
    }

    private static void invite(Visit administrator, String email) {
        administrator.open("/admin/people.xhtml");
        Page page = administrator.page();
        page.click("[id='people:addPerson']");
        page.fill("[id='addForm:email']", email);
        page.fill("[id='addForm:name']", "Nora");
        page.locator("[id='addForm:newRoles'] label").getByText("Risk analyst").click();
        administrator.press("Add");
        page.getByText("An invitation was mailed to " + email).first().waitFor();
    }

    private static void confirm(Visit officer, Team team) {
        officer.signIn(team, OFFICER);
        officer.open("/index.xhtml");
        assertThat(reminders(officer))
                .contains(
                        "The list of rights was never reviewed: review access",
                        "1 proposal of rights needs a second person");
        officer.link("decide on access").click();
        officer.page().waitForURL("**/access/list.xhtml");
        officer.page().getByLabel("Confirm the roles of Nora").click();
        officer.press("Yes, confirm");
        officer.page().getByText("holds it now: Risk analyst").first().waitFor();
    }

    private static void signOff(Visit officer) {
        officer.open("/access/list.xhtml");
        officer.page().fill("[id='access:note']", "as it should be");
        officer.press("Sign off the list below");
        officer.page().getByText("The next one is due on").waitFor();
    }

    /** What the dashboard says that waits. */
    private static String reminders(Visit visit) {
        return visit.page()
                .locator("section[aria-labelledby=reminders-heading]")
                .innerText();
    }

    private static boolean isReminded(Visit visit) {
        visit.open("/index.xhtml");
        return visit.page()
                        .locator("section[aria-labelledby=reminders-heading]")
                        .count()
                > 0;
    }

    private static void choosePassword(Visit visit, String password, String button) {
        visit.page().fill("[id$='new']", password);
        visit.page().fill("[id$='repeated']", password);
        visit.press(button);
        visit.page().waitForURL("**/sign-in.xhtml*");
    }

    private static void signIn(Visit visit, String email, String password) {
        visit.signIn(email, password);
        visit.page().waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void forgetPassword(Visit visit, String email) {
        visit.open("/sign-in.xhtml");
        visit.link("Password forgotten?").click();
        visit.page().getByLabel("E-mail address").fill(email);
        visit.press("Mail me a link");
        visit.page().getByText("a link is on its way").first().waitFor();
    }

    /** As it stands in the mail to the address. */
    private static String link(Product product, String email, String page) throws Exception {
        Pattern link = Pattern.compile("https?://\\S+/" + page + "\\.xhtml\\?link=[A-Za-z0-9_-]+");
        return Await.until("the mail to " + email, LIMIT, () -> {
            for (Path file : MailSink.messages(product.var().resolve("mail"))) {
                Optional<String> found = found(file, email, link);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<String> found(Path file, String email, Pattern link) throws IOException {
        String mail = Files.readString(file, StandardCharsets.UTF_8);
        Matcher matcher = link.matcher(mail);
        return mail.contains("To: " + email) && matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
