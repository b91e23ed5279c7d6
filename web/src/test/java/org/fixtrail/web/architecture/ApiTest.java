package org.fixtrail.web.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.web.architecture.Fixtrail.CLASSES;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.fixtrail.web.ApiApplication;
import org.junit.jupiter.api.Test;

/** A part of the API that is not named would be left out in silence. */
class ApiTest {
    @Test
    void the_api_names_each_of_its_parts() {
        Set<String> parts = CLASSES.stream()
                .filter(each -> each.isAnnotatedWith(Path.class) || each.isAnnotatedWith(Provider.class))
                .map(JavaClass::getName)
                .collect(toSet());

        assertThat(new ApiApplication().getClasses())
                .extracting(Class::getName)
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(parts);
    }
}
