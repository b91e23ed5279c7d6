package org.fixtrail.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/index.xhtml", "/failure/show.xhtml?id=F-1&tab=clocks", "/admin/people.xhtml?q=a%20b"})
    void pages_of_this_application_are_taken(String path) {
        assertThat(LocalPath.check(path)).contains(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "//evil.example/a.xhtml",
                "///evil.example/a.xhtml",
                "/\\evil.example/a.xhtml",
                "\\\\evil.example/a.xhtml",
                "https://evil.example/a.xhtml",
                "javascript:alert(1)//a.xhtml",
                "/a.xhtml\r\nSet-Cookie: x=1",
                "/\t/evil.example/a.xhtml",
                "/%2f/evil.example/a.xhtml",
                "/../../a.xhtml",
                "/a.xhtml#//evil.example",
                "/a.xhtml?then=//evil.example",
                "@evil.example/a.xhtml",
                "evil.example/a.xhtml",
                "/sign-out",
                "/api/v1/failures",
                "/sign-in.xhtml?then=%2Findex.xhtml",
                "/change-password.xhtml",
                "/jakarta.faces.resource/theme.css.xhtml"
            })
    void all_else_is_dropped(String path) {
        assertThat(LocalPath.check(path)).isEmpty();
    }

    @Test
    void the_sign_in_page_remembers_the_page_and_its_query_in_one_parameter() {
        assertThat(LocalPath.signInThen("/failure/show.xhtml", "id=1&tab=2"))
                .isEqualTo("/sign-in.xhtml?then=%2Ffailure%2Fshow.xhtml%3Fid%3D1%26tab%3D2");
        assertThat(LocalPath.signInThen("/index.xhtml", null)).isEqualTo("/sign-in.xhtml");
        assertThat(LocalPath.signInThen("/index.xhtml", "a=<b>")).isEqualTo("/sign-in.xhtml");
        assertThat(LocalPath.signInThen("//evil.example/a.xhtml", null)).isEqualTo("/sign-in.xhtml");
    }
}
