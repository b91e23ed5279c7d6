package org.fixtrail.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import org.fixtrail.acceptance.Team.Member;

/** What one person sees of the portal and does there. */
record Visit(URI base, Page page) implements AutoCloseable {

    /** Opens a page by its path. */
    void open(String path) {
        page.navigate(base + path);
    }

    /** By the form, as people do. */
    void signIn(Team team, Member member) {
        signIn(team.email(member), team.password(member));
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    void signIn(String email, String password) {
        open("/");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(password);
        press("Sign in");
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** Names of the links to what can be done with a failure, such as {@code Record: Analysed}. */
    List<String> actions() {
        return page.locator("section[aria-labelledby=actions-heading] a").allInnerTexts();
    }

    /** The input of the form with this label, or with a label that begins so. */
    Locator input(String label) {
        return page.locator("main").getByLabel(label);
    }

    boolean hasHeading(String text) {
        return page.getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName(text).setExact(true))
                        .count()
                == 1;
    }

    /** What the page is about, without its markup. */
    String title() {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1))
                .textContent();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
