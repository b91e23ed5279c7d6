package org.fixtrail.web.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.ledger.Act;
import org.junit.jupiter.api.Test;

class ActsTest {

    @Test
    void the_check_of_the_ledger_reads_every_kind_of_act() throws ReflectiveOperationException {
        Set<Class<?>> acts = Fixtrail.CLASSES.stream()
                .filter(type ->
                        type.isAssignableTo(Act.class) && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .<Class<?>>map(JavaClass::reflect)
                .collect(toSet());

        assertThat(checked()).containsExactlyInAnyOrderElementsOf(acts);
    }

    private static List<Class<?>> checked() throws ReflectiveOperationException {
        Field all = Class.forName("org.fixtrail.services.ledger.ActTables").getDeclaredField("ALL");
        all.setAccessible(true);
        return ((List<?>) all.get(null))
                .stream().<Class<?>>map(type -> (Class<?>) type).toList();
    }
}
