package org.fixtrail.web.architecture;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fixtrail.services.access.Requires;
import org.junit.jupiter.api.Test;

/** Every public use case names its permission; see the design, section 9. */
class UseCasesTest {
    private static final String BEFORE = "precedes an organisation and answers ids alone";
    private static final String WORKER = "the worker of a job, which has the rights of whoever asked for it";

    /** What opens a transaction and names no permission, with the reason. */
    private static final Map<String, String> WITHOUT_PERMISSION = Map.ofEntries(
            entry("ClockQueue.due", BEFORE),
            entry("NotificationQueue.due", BEFORE),
            entry("RefusalQueue.organisations", BEFORE),
            entry("KeyWarningQueue.organisations", BEFORE),
            entry("Jobs.claim", BEFORE),
            entry("JobReader.read", WORKER),
            entry("Jobs.advance", WORKER),
            entry("Jobs.fail", WORKER),
            entry("Jobs.isHopeless", WORKER),
            entry("WaitingWork.count", "numbers for operators over the whole installation, behind the guard of probes"),
            entry("Refusals.note", "notes what the check of permissions has refused"));

    @Test
    void every_public_use_case_names_its_permission() {
        Set<String> names = unnamed()
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(toSet());

        assertThat(names).isEqualTo(WITHOUT_PERMISSION.keySet());
    }

    @Test
    void what_names_no_permission_is_called_by_no_page_and_no_resource() {
        Stream<String> callers = unnamed()
                .flatMap(method -> method.getCallsOfSelf().stream())
                .filter(call -> call.getOriginOwner().getPackageName().startsWith("org.fixtrail.web"))
                .filter(call -> !call.getOriginOwner().getPackageName().equals("org.fixtrail.web.start"))
                .map(Object::toString);

        assertThat(callers).isEmpty();
    }

    private static Stream<JavaMethod> unnamed() {
        return Fixtrail.CLASSES.stream()
                .filter(UseCasesTest::isPublicBean)
                .flatMap(type -> type.getMethods().stream())
                .filter(UseCasesTest::isTransactional)
                .filter(method -> !method.isAnnotatedWith(Requires.class)
                        && !method.getOwner().isAnnotatedWith(Requires.class));
    }

    private static boolean isPublicBean(JavaClass type) {
        return type.getPackageName().startsWith("org.fixtrail.services")
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isAnnotatedWith(ApplicationScoped.class);
    }

    private static boolean isTransactional(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && (method.isAnnotatedWith(Transactional.class)
                        || method.getOwner().isAnnotatedWith(Transactional.class));
    }
}
