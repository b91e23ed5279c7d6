package org.fixtrail.services.obligation;

import java.util.List;
import org.fixtrail.domain.obligation.RulePack;

/** What reading a rule pack gave. */
public sealed interface RulePackReading {
    record Read(RulePack pack) implements RulePackReading {}

    /** @param problems each with its line and place; at least one */
    record Refused(List<String> problems) implements RulePackReading {}
}
