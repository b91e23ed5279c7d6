package org.fixtrail.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Path ROOT = Path.of("/opt/fixtrail");

    @Test
    void without_variables_everything_lies_below_the_program_and_listens_on_loopback() {
        Settings settings = new Settings(ROOT, Map.of());

        assertThat(settings.home().path()).isEqualTo(ROOT.resolve("var"));
        assertThat(settings.war()).isEqualTo(ROOT.resolve("web/target/fixtrail.war"));
        assertThat(settings.localAddress()).hasToString("http://127.0.0.1:8080");
        assertThat(settings.ownDatabase()).isFalse();
        assertThat(settings.readyLimit()).hasSeconds(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "-1", "8080x"})
    void a_port_that_is_none_is_named_with_its_variable(String port) {
        Settings settings = new Settings(ROOT, Map.of("FIXTRAIL_HTTP_PORT", port));

        assertThatThrownBy(settings::port)
                .isInstanceOf(LaunchException.class)
                .hasMessage("FIXTRAIL_HTTP_PORT must be a number from 1 to 65535, not " + port);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://127.0.0.1:8080",
        "::, http://127.0.0.1:8080",
        "::1, http://[::1]:8080",
        "192.0.2.7, http://192.0.2.7:8080"
    })
    void the_launcher_reaches_the_server_whatever_it_listens_on(String address, String reached) {
        Settings settings = new Settings(ROOT, Map.of("FIXTRAIL_HTTP_ADDRESS", address));

        assertThat(settings.localAddress()).hasToString(reached);
    }

    @Test
    void a_blank_variable_is_as_good_as_none() {
        assertThat(new Settings(ROOT, Map.of("FIXTRAIL_DB_URL", " ")).ownDatabase())
                .isFalse();
    }
}
