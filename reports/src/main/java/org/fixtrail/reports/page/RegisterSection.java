package org.fixtrail.reports.page;

import java.util.List;
import java.util.Map;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.services.pack.PackContent;
import org.fixtrail.services.pack.PackFailure;
import org.jspecify.annotations.Nullable;

/** The failure register: one line per failure, each leading to its trail. */
final class RegisterSection {
    private RegisterSection() {}

    static Section of(PackContent content, Wording wording) {
        List<PackFailure> failures = content.failures();
        return new Section(
                "register",
                "Register",
                "4  Failure register",
                Map.of(),
                () -> failures.stream().map(failure -> line(failure, wording)));
    }

    /** A failure as the template prints it. */
    record Line(
            String anchor,
            String id,
            String title,
            String marks,
            String system,
            String severity,
            String stage,
            String adaptationLag) {}

    private static Line line(PackFailure failure, Wording wording) {
        return new Line(
                anchor(failure),
                wording.clean(failure.id()),
                wording.clean(failure.title()),
                Wording.marks(failure.marks()),
                system(failure, wording),
                severity(failure.severity()),
                stage(failure) + "\n" + wording.clean(failure.status()),
                DurationText.of(failure.adaptationLag()));
    }

    /** Names the place of the failure's trail in the document. */
    static String anchor(PackFailure failure) {
        return "failure " + failure.id();
    }

    static String system(PackFailure failure, Wording wording) {
        return wording.clean(
                failure.version() == null ? failure.system() : failure.system() + "\n" + failure.version());
    }

    static String severity(@Nullable Severity severity) {
        return severity == null ? DurationText.NONE : severity.label();
    }

    static String stage(PackFailure failure) {
        return failure.cycle() > 1
                ? failure.stage().label() + ", cycle " + failure.cycle()
                : failure.stage().label();
    }
}
