package org.fixtrail.services.obligation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.domain.obligation.RulePack;
import org.fixtrail.services.yaml.Problems;
import org.fixtrail.services.yaml.YamlDocument;
import org.fixtrail.services.yaml.YamlMap;

/** Reads one rule pack and collects all that is wrong with it. Used once. */
public final class RulePackReader {
    static final int MAX_BYTES = 256 * 1024;
    static final int MAX_RULES = 500;

    private final Problems problems = new Problems();
    private final Set<String> ids = new HashSet<>();

    private RulePackReader() {}

    /** @param yaml in UTF-8; see docs/guide/clocks.md for its members */
    public static RulePackReading read(byte[] yaml) {
        return new RulePackReader().readAll(yaml);
    }

    private RulePackReading readAll(byte[] yaml) {
        YamlMap root = YamlDocument.read("rule pack", MAX_BYTES, yaml, problems);
        if (root == null) {
            return new RulePackReading.Refused(problems.all());
        }
        RuleMembers members = new RuleMembers(root);
        String id = members.text("pack", "[A-Z][A-Z0-9-]{0,29}", "up to 30 of A-Z, 0-9 and dash");
        String edition = members.text("edition", "[0-9][0-9-]{3,9}", "a year or a date, in quotes");
        String title = members.text("title", RuleMembers.MAX_TITLE);
        List<ClockRule> rules = rules(root);
        root.refuseUnknown();
        return problems.none()
                ? new RulePackReading.Read(new RulePack(id, edition, title, rules))
                : new RulePackReading.Refused(problems.all());
    }

    private List<ClockRule> rules(YamlMap root) {
        List<YamlMap> maps = root.maps("rules");
        if (maps.isEmpty() || maps.size() > MAX_RULES) {
            root.problem("rules", "must hold 1 to " + MAX_RULES + " rules");
            return List.of();
        }
        List<ClockRule> rules = new ArrayList<>();
        for (YamlMap map : maps) {
            ClockRule rule = new RuleReader(map, problems).read();
            if (rule != null) {
                rules.add(rule);
            }
            String id = map.text("id");
            if (id != null && !ids.add(id)) {
                map.problem("id", "is there twice: " + id);
            }
        }
        return rules;
    }
}
