package org.fixtrail.web.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Requires;
import org.jspecify.annotations.Nullable;

/** Every use case of the application, found by reflection so that a new one is covered at once. */
@ApplicationScoped
public class UseCases {
    @Inject
    private BeanManager beans;

    /** A method of a bean that names a right. */
    record UseCase(Object bean, Method method) {
        Set<Permission> rights() {
            Requires requires = method.getAnnotation(Requires.class);
            return Set.of(
                    (requires == null ? method.getDeclaringClass().getAnnotation(Requires.class) : requires).value());
        }

        /** Answers what it answers and throws what it throws. */
        @Nullable
        Object call(@Nullable Object... arguments) throws Throwable {
            try {
                return method.invoke(bean, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        public String toString() {
            return method.getDeclaringClass().getSimpleName() + "." + method.getName();
        }
    }

    List<UseCase> all() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> bean.getBeanClass().getName().startsWith("org.fixtrail.services.")
                        && bean.getTypes().contains(bean.getBeanClass()))
                .flatMap(bean -> Arrays.stream(bean.getBeanClass().getMethods())
                        .filter(UseCases::namesARight)
                        .map(method -> new UseCase(reference(bean), method)))
                .sorted(Comparator.comparing(UseCase::toString))
                .toList();
    }

    private static boolean namesARight(Method method) {
        return method.getDeclaringClass() != Object.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && (method.isAnnotationPresent(Requires.class)
                        || method.getDeclaringClass().isAnnotationPresent(Requires.class));
    }

    private Object reference(Bean<?> bean) {
        CreationalContext<?> context = beans.createCreationalContext(bean);
        return beans.getReference(bean, bean.getBeanClass(), context);
    }
}
