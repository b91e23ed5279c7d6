package org.fixtrail.domain.obligation;

import java.util.List;

/**
 * The rules of one law, standard or code.
 *
 * @param id for example {@code AIA}
 * @param edition of the pack, as a date: another text of a rule is another edition
 */
public record RulePack(String id, String edition, String title, List<ClockRule> rules) {
    public RulePack {
        rules = List.copyOf(rules);
    }
}
