package org.fixtrail.web.triage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.web.page.Option;

/** States to choose from. */
final class Places {
    private Places() {}

    static List<Option> states() {
        return options(Jurisdiction::isState);
    }

    static List<Option> memberStates() {
        return options(Jurisdiction::isMemberState);
    }

    private static List<Option> options(Predicate<Jurisdiction> which) {
        return Arrays.stream(Jurisdiction.values())
                .filter(which)
                .map(place -> new Option(place.code(), place.label()))
                .toList();
    }
}
