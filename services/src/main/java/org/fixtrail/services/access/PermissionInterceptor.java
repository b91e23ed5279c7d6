package org.fixtrail.services.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.Optional;
import org.fixtrail.domain.access.Permission;

/** Checks the right before the transaction begins, and notes what was refused. */
@Interceptor
@Requires
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class PermissionInterceptor {
    private final Refusals refusals;
    private final RightUses uses;

    @Inject
    public PermissionInterceptor(Refusals refusals, RightUses uses) {
        this.refusals = refusals;
        this.uses = uses;
    }

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        Caller caller = CallerContext.get();
        Permission[] needed = needed(call);
        Optional<Permission> held = Arrays.stream(needed).filter(caller::may).findFirst();
        if (held.isEmpty()) {
            refusals.note(caller, useCase(call), "permission " + needed[0].name());
            throw new NotPermitted(needed[0]);
        }
        if (needed.length == 1) {
            uses.note(caller, needed[0]);
        }
        Object answer = call.proceed();
        if (answer instanceof Outcome.Refused<?> refused && refused.problems().isEmpty()) {
            refusals.note(caller, useCase(call), refused.rule());
        }
        return answer;
    }

    private static Permission[] needed(InvocationContext call) {
        Requires requires = call.getMethod().getAnnotation(Requires.class);
        if (requires == null) {
            requires = call.getMethod().getDeclaringClass().getAnnotation(Requires.class);
        }
        if (requires == null || requires.value().length == 0) {
            throw new IllegalStateException(call.getMethod() + " names no permission");
        }
        return requires.value();
    }

    private static String useCase(InvocationContext call) {
        return call.getMethod().getDeclaringClass().getSimpleName();
    }
}
