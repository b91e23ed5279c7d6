package org.fixtrail.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in.xhtml",
                "/jakarta.faces.resource/theme.css.xhtml",
                "/health/ready",
                "/operator/v1/bootstrap",
                "/metrics",
                "/favicon.ico",
                "/unsubscribe.xhtml"
            })
    void these_are_open(String path) {
        assertThat(Paths.isOpen(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.xhtml",
                "/SIGN-IN.xhtml",
                "/sign-in.xhtml/",
                "/sign-in.xhtml/x",
                "/jakarta.faces.resource",
                "/api/v1/sign-in.xhtml",
                "/healthy",
                "/operator/v2/bootstrap",
                "/admin/people.xhtml",
                "/something/new"
            })
    void what_is_not_named_is_closed(String path) {
        assertThat(Paths.isOpen(path)).isFalse();
    }
}
