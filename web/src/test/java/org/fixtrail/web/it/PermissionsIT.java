package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.NotSignedIn;
import org.fixtrail.services.access.Requires;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every use case refuses whoever lacks its right, found by reflection so that a new one is covered at once. */
@ExtendWith(ArquillianExtension.class)
class PermissionsIT {
    @Inject
    private BeanManager beans;

    @Inject
    private Tenants tenants;

    /** A method of a bean that names a right. */
    private record UseCase(Bean<?> bean, Method method) {
        Set<Permission> rights() {
            Requires requires = method.getAnnotation(Requires.class);
            return Set.of(
                    (requires == null ? method.getDeclaringClass().getAnnotation(Requires.class) : requires).value());
        }

        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }

    @Test
    void every_use_case_refuses_a_caller_with_all_rights_but_its_own() {
        Tenant tenant = tenants.any();
        List<UseCase> useCases = useCases().toList();

        assertThat(useCases).hasSizeGreaterThan(40);
        for (UseCase useCase : useCases) {
            Set<Permission> others = EnumSet.complementOf(EnumSet.copyOf(useCase.rights()));
            Caller caller = tenant.server().narrowedTo(others);
            assertThat(as(caller, () -> thrown(useCase))).as(useCase.toString()).isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void every_use_case_refuses_a_caller_without_any_right() {
        Tenant tenant = tenants.any();
        Caller nobody = tenant.server().narrowedTo(Set.of());

        useCases()
                .forEach(useCase -> assertThat(as(nobody, () -> thrown(useCase)))
                        .as(useCase.toString())
                        .isInstanceOf(NotPermitted.class));
    }

    @Test
    void every_use_case_refuses_work_on_behalf_of_nobody() {
        useCases()
                .forEach(useCase ->
                        assertThat(thrown(useCase)).as(useCase.toString()).isInstanceOf(NotSignedIn.class));
    }

    private Stream<UseCase> useCases() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().getName().startsWith("org.fixtrail.services.")
                        && bean.getTypes().contains(bean.getBeanClass()))
                .flatMap(bean -> Arrays.stream(bean.getBeanClass().getMethods())
                        .filter(method -> method.getDeclaringClass() != Object.class
                                && !Modifier.isStatic(method.getModifiers())
                                && (method.isAnnotationPresent(Requires.class)
                                        || method.getDeclaringClass().isAnnotationPresent(Requires.class)))
                        .map(method -> new UseCase(bean, method)));
    }

    /** What comes of calling it with nothing in its hands: the right is asked for before anything else. */
    private @Nullable Throwable thrown(UseCase useCase) {
        CreationalContext<?> context = beans.createCreationalContext(useCase.bean());
        Object bean = beans.getReference(useCase.bean(), useCase.bean().getBeanClass(), context);
        try {
            useCase.method().invoke(bean, nothing(useCase.method()));
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object[] nothing(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(PermissionsIT::nothing)
                .toArray();
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? 0L : null;
    }
}
