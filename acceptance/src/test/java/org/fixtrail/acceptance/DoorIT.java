package org.fixtrail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.acceptance.Team.Member.OFFICER;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is one door, however a path is written, and it tells nothing of what is behind it. */
@ExtendWith(TheProduct.class)
class DoorIT {
    private static final String SIGN_IN = "/sign-in.xhtml";

    private static Product product;
    private static Team team;

    @BeforeAll
    static void start(Product theProduct) throws Exception {
        product = theProduct;
        team = new Team(product, OFFICER);
    }

    @Test
    void the_cookie_is_for_no_script_and_no_other_site_and_private_pages_are_kept_nowhere() throws Exception {
        PageSession session = new PageSession(product);
        HttpResponse<String> first = session.get(SIGN_IN);

        assertThat(first.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("fixtrail_session=")
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Lax")
                        .doesNotContain("Domain="));
        session.signIn(SIGN_IN, team.email(OFFICER), team.password(OFFICER));
        for (String path : List.of("/index.xhtml", "/failure/list.xhtml", "/api/v1/failures", "/nothing.xhtml")) {
            HttpResponse<String> answer = session.get(path);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .as(path)
                    .allMatch(value -> value.contains("no-store"))
                    .isNotEmpty();
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .isPresent();
            assertThat(answer.headers().firstValue("X-Powered-By")).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "DEBUG", "PATCH", "get", "FOO"})
    void other_methods_do_nothing(String method) throws Exception {
        for (String path :
                List.of("/index.xhtml", "/api/v1/failures", "/sign-out", SIGN_IN, "/metrics", "/health/live")) {
            RawAnswer answer = RawAnswer.to(product, method, path, "X-Echo: secret-that-comes-back");
            assertThat(answer.status())
                    .as(method + " " + path + ": " + answer)
                    .isBetween(300, 599)
                    .isNotEqualTo(500);
            assertThat(answer.text()).as(method + " " + path).doesNotContain("secret-that-comes-back", "\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/..;/index.xhtml",
                "/api/..;/api/v1/failures",
                "/health/../api/v1/failures",
                "/health/..;/api/v1/failures",
                "/health/%2e%2e/api/v1/failures",
                "/health/..%2fapi/v1/failures",
                "/health/;/../../api/v1/failures",
                "/operator/v1/..;/..;/api/v1/failures",
                "/openapi/../api/v1/failures",
                "/openapi;/../api/v1/failures",
                "/jakarta.faces.resource/../index.xhtml",
                "/jakarta.faces.resource/..;/index.xhtml",
                "/jakarta.faces.resource/%2e%2e/index.xhtml",
                "/jakarta.faces.resource/..%2findex.xhtml",
                "/jakarta.faces.resource/index.xhtml.xhtml",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/../WEB-INF/web.xml",
                "/sign-in.xhtml/../index.xhtml",
                "/sign-in.xhtml/..;/index.xhtml",
                "/sign-in.xhtml;/../index.xhtml",
                "/sign-in.xhtml/index.xhtml",
                "/sign-in.xhtml%2f..%2findex.xhtml",
                "/%61pi/v1/failures",
                "/API/v1/failures",
                "/api;x=y/v1/failures",
                "/api/v1;x=y/failures",
                "/api/v1/failures;x=y",
                "/api/v1/failures/",
                "/api//v1/failures",
                "//api/v1/failures",
                "/./api/v1/failures",
                "/a/../api/v1/failures",
                "/api%2fv1%2ffailures",
                "/api%5cv1%5cfailures",
                "/api\\v1\\failures",
                "/index.XHTML",
                "/index.xhtml;x=y",
                "/index.xhtml%00",
                "/index.xhtml%00.css",
                "/index.xhtml%20",
                "/index.xhtml/",
                "/index.xhtml/x.css",
                "/WEB-INF/web.xml",
                "/WEB-INF/template.xhtml",
                "/web-inf/web.xml",
                "/%57EB-INF/web.xml",
                "/.//WEB-INF/web.xml",
                "/sign-in.xhtml/..;/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/admin/people.xhtml;/sign-in.xhtml",
                "/metrics/../api/v1/failures",
                "http://127.0.0.1/api/v1/failures"
            })
    void no_other_spelling_of_a_path_gets_past_the_door(String path) throws Exception {
        RawAnswer answer = RawAnswer.to(product, "GET", path, "X-Forwarded-For: 127.0.0.1");

        assertThat(answer.text())
                .as(path)
                .doesNotContain(
                        "\"items\"",
                        "<web-app",
                        "ui:composition",
                        "ft-header",
                        "Manifest-Version",
                        "\tat ",
                        "Payara",
                        "GlassFish");
        assertThat(answer.status() == 200 && !answer.text().contains("Sign in"))
                .as(path + " answers " + answer)
                .isFalse();
        assertThat(answer.status()).as(path + " answers " + answer).isNotEqualTo(500);
    }

    @Test
    void errors_say_nothing_of_how_the_product_is_built() throws Exception {
        PageSession session = PageSession.of(product, team, OFFICER);
        for (String path : List.of(
                "/failure/show.xhtml?id=%3Cscript%3E",
                "/failure/show.xhtml",
                "/failure/list.xhtml?severity=WORST",
                "/nothing/at/all",
                "/nothing.xhtml",
                "/api/v1/failures/%00",
                "/api/v1/nothing",
                "/jakarta.faces.resource/nothing.css.xhtml?ln=fixtrail")) {
            HttpResponse<String> answer = session.get(path);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("\tat ", "org.fixtrail", "Payara", "GlassFish", "<script>alert");
        }
    }
}
