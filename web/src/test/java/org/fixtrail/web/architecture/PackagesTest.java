package org.fixtrail.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class PackagesTest {

    @Test
    void in_every_package_nothing_is_null_unless_it_says_so() {
        List<String> unmarked = Fixtrail.CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(holder -> !holder.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }
}
