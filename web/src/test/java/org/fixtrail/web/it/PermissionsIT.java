package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;

import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.NotSignedIn;
import org.fixtrail.web.it.UseCases.UseCase;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every use case refuses whoever lacks its right, found by reflection so that a new one is covered at once. */
@ExtendWith(ArquillianExtension.class)
class PermissionsIT {
    @Inject
    private UseCases useCases;

    @Inject
    private Tenants tenants;

    @Test
    void every_use_case_refuses_a_caller_with_all_rights_but_its_own() {
        Tenant tenant = tenants.any();
        List<UseCase> all = useCases.all();

        assertThat(all).hasSizeGreaterThan(40);
        for (UseCase useCase : all) {
            Set<Permission> others = EnumSet.complementOf(EnumSet.copyOf(useCase.rights()));
            Caller caller = tenant.server().narrowedTo(others);
            assertThat(as(caller, () -> thrown(useCase))).as(useCase.toString()).isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void every_use_case_refuses_a_caller_without_any_right() {
        Tenant tenant = tenants.any();
        Caller nobody = tenant.server().narrowedTo(Set.of());

        useCases.all()
                .forEach(useCase -> assertThat(as(nobody, () -> thrown(useCase)))
                        .as(useCase.toString())
                        .isInstanceOf(NotPermitted.class));
    }

    @Test
    void every_use_case_refuses_work_on_behalf_of_nobody() {
        useCases.all()
                .forEach(useCase ->
                        assertThat(thrown(useCase)).as(useCase.toString()).isInstanceOf(NotSignedIn.class));
    }

    /** What comes of calling it with nothing in its hands: the right is asked for before anything else. */
    private static @Nullable Throwable thrown(UseCase useCase) {
        try {
            useCase.call(nothing(useCase.method()));
            return null;
        } catch (Throwable e) {
            return e;
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
