package org.fixtrail.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.fixtrail.web.architecture.Fixtrail.CLASSES;
import static org.fixtrail.web.architecture.Fixtrail.LAUNCHER;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import java.time.Clock;
import org.fixtrail.services.storage.Resources;
import org.junit.jupiter.api.Test;

/** Time comes from the injected clock and from nowhere else; see the design, section 10. */
class TimeTest {
    private static final DescribedPredicate<JavaCall<?>> ASKS_THE_MACHINE =
            new DescribedPredicate<>("asks the machine for the time") {
                @Override
                public boolean test(JavaCall<?> call) {
                    CodeUnitCallTarget target = call.getTarget();
                    String owner = target.getOwner().getFullName();
                    boolean withoutArguments = target.getRawParameterTypes().isEmpty();
                    return owner.startsWith("java.time.") && target.getName().equals("now") && !takesAClock(target)
                            || owner.equals("java.lang.System")
                                    && target.getName().equals("currentTimeMillis")
                            || owner.equals("java.util.Date")
                                    && target.getName().equals("<init>")
                                    && withoutArguments
                            || owner.equals("java.util.Calendar")
                                    && target.getName().equals("getInstance");
                }
            };

    private static boolean takesAClock(CodeUnitCallTarget target) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    @Test
    void nothing_asks_the_machine_for_the_time() {
        noClasses()
                .that()
                .resideOutsideOfPackage(LAUNCHER)
                .should()
                .callCodeUnitWhere(ASKS_THE_MACHINE)
                .because("time is an injected Clock, or an Instant that is passed in")
                .check(CLASSES);
    }

    @Test
    void the_clock_is_made_in_one_place() {
        noClasses()
                .that()
                .resideOutsideOfPackage(LAUNCHER)
                .and()
                .areNotAssignableTo(Resources.class)
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CLASSES);
    }
}
