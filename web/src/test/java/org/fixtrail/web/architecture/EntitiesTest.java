package org.fixtrail.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API speaks its own records: no entity leaves or enters through it, not within another value either. */
class EntitiesTest {

    @Test
    void no_entity_is_taken_or_answered_by_the_api() {
        List<Method> methods = classes(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(EntitiesTest::answersRequests)
                .toList();

        assertThat(methods).hasSizeGreaterThan(20);
        for (Method method : methods) {
            Stream<Type> types = Stream.concat(
                    Stream.of(method.getGenericReturnType()), Arrays.stream(method.getGenericParameterTypes()));
            types.forEach(
                    type -> assertThat(entities(type)).as(method.toString()).isEmpty());
        }
    }

    @Test
    void no_body_of_the_api_holds_an_entity() {
        List<Class<?>> bodies = classes(type -> type.isAssignableTo(Record.class)
                        && (type.getSimpleName().endsWith("Json")
                                || type.getEnclosingClass()
                                        .map(outer -> outer.isAnnotatedWith(Path.class)
                                                || outer.getSimpleName().endsWith("Json"))
                                        .orElse(false)))
                .toList();

        assertThat(bodies).hasSizeGreaterThan(20);
        bodies.forEach(body -> assertThat(entities(body)).as(body.getName()).isEmpty());
    }

    private static Stream<Class<?>> classes(Predicate<JavaClass> wanted) {
        return Fixtrail.CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("org.fixtrail.web"))
                .filter(wanted)
                .map(JavaClass::reflect);
    }

    private static boolean answersRequests(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static Set<String> entities(Type type) {
        Set<String> found = new HashSet<>();
        collect(type, found, new HashSet<>());
        return found;
    }

    private static void collect(Type type, Set<String> found, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType parameterised) {
            collect(parameterised.getRawType(), found, seen);
            Arrays.stream(parameterised.getActualTypeArguments()).forEach(part -> collect(part, found, seen));
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> collect(bound, found, seen));
        } else if (type instanceof Class<?> plain) {
            if (plain.isAnnotationPresent(Entity.class)) {
                found.add(plain.getName());
            }
            if (plain.isArray()) {
                collect(plain.getComponentType(), found, seen);
            }
            RecordComponent[] components = plain.isRecord() ? plain.getRecordComponents() : new RecordComponent[0];
            Arrays.stream(components).forEach(part -> collect(part.getGenericType(), found, seen));
        }
    }
}
