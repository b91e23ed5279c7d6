package org.fixtrail.services.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.yaml.Problems;
import org.fixtrail.services.yaml.YamlDocument;
import org.fixtrail.services.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads one mapping and collects all that is wrong with it. Used once. */
final class MappingReader {
    static final String EXTRA = "extra";

    /** The others need a partner, an expiry or thresholds, which a row does not give. */
    private static final Set<Stage> IMPORTABLE = EnumSet.copyOf(Stage.line());

    static {
        IMPORTABLE.add(Stage.CONTAINED);
        IMPORTABLE.add(Stage.DISMISSED);
        IMPORTABLE.add(Stage.RETIRED);
    }

    private final Problems problems = new Problems();
    private ImportFormat format = ImportFormat.CSV;

    MappingResult read(byte[] yaml) {
        YamlMap root = YamlDocument.read("mapping", ImportMapping.MAX_BYTES, yaml, problems);
        if (root == null) {
            return new MappingResult.Refused(problems.all());
        }
        ImportMapping mapping = mapping(root);
        root.refuseUnknown();
        return problems.none() ? new MappingResult.Parsed(mapping) : new MappingResult.Refused(problems.all());
    }

    private ImportMapping mapping(YamlMap root) {
        String source = source(root);
        format = format(root);
        YamlMap csv = csv(root);
        RuleReader rules = new RuleReader(format);
        Map<Stage, List<Place>> stages = stages(root, rules);
        return new ImportMapping(
                source,
                format,
                character(csv, "delimiter", ','),
                character(csv, "quote", '"'),
                rules.key(root),
                rules.system(root),
                rules.fields(root),
                new TimeRuleReader().read(root.map("times")),
                stages,
                checks(root, rules, stages.keySet()),
                extra(root, rules, stages.keySet()),
                cut(root),
                lowerCase(root.texts("absent")));
    }

    private static String source(YamlMap root) {
        String source = root.text("source");
        if (source == null || !source.matches("[a-z0-9][a-z0-9._-]{0,59}")) {
            root.problem("source", "must name where the rows come from: up to 60 of a-z, 0-9, dot, dash, underscore");
            return "";
        }
        return source;
    }

    private static ImportFormat format(YamlMap root) {
        String format = root.text("format");
        if ("jsonl".equals(format)) {
            return ImportFormat.JSONL;
        }
        if (!"csv".equals(format)) {
            root.problem("format", "must be csv or jsonl");
        }
        return ImportFormat.CSV;
    }

    private @Nullable YamlMap csv(YamlMap root) {
        YamlMap csv = root.map("csv");
        if (csv != null) {
            if (format != ImportFormat.CSV) {
                root.problem("csv", "is only for the format csv");
            }
            String charset = csv.text("charset");
            if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
                csv.problem("charset", "can only be utf-8; convert the file");
            }
            csv.has("delimiter");
            csv.has("quote");
            csv.refuseUnknown();
        }
        return csv;
    }

    private static char character(@Nullable YamlMap csv, String key, char usual) {
        String text = csv == null || !csv.has(key) ? null : csv.text(key);
        if (csv == null || text == null) {
            return usual;
        }
        boolean fits = key.equals("quote") ? text.matches("[\"']") : text.matches("[,;|\t]");
        if (!fits) {
            csv.problem(key, key.equals("quote") ? "must be \" or '" : "must be a comma, ;, | or \"\\t\"");
            return usual;
        }
        return text.charAt(0);
    }

    private Map<Stage, List<Place>> stages(YamlMap root, RuleReader rules) {
        Map<Stage, List<Place>> stages = new EnumMap<>(Stage.class);
        eachStage(root, "stages", (map, key, stage) -> stages.put(stage, rules.places(map, key)));
        if (!stages.containsKey(Stage.EMERGED) && !stages.containsKey(Stage.DETECTED)) {
            root.problem("stages", "must have EMERGED or DETECTED: a failure begins with one of them");
        }
        return stages;
    }

    private interface StageKey {
        void accept(YamlMap map, String key, Stage stage);
    }

    private static void eachStage(YamlMap root, String name, StageKey action) {
        YamlMap map = root.map(name);
        if (map != null) {
            for (String key : map.keys()) {
                stage(key, reason -> map.problem(key, reason), stage -> action.accept(map, key, stage));
            }
        }
    }

    private static void stage(String name, Consumer<String> problem, Consumer<Stage> found) {
        for (Stage stage : IMPORTABLE) {
            if (stage.name().equals(name)) {
                found.accept(stage);
                return;
            }
        }
        problem.accept("is no stage that can be imported; these can: " + IMPORTABLE);
    }

    private static List<OrderCheck> checks(YamlMap root, RuleReader rules, Set<Stage> mapped) {
        List<OrderCheck> checks = new ArrayList<>();
        for (YamlMap map : root.maps("checks")) {
            checks.add(new OrderCheck(
                    rules.places(map, "column"), stages(map, "notBefore", mapped), stages(map, "notAfter", mapped)));
            if (!map.has("notBefore") && !map.has("notAfter")) {
                map.problem("must have notBefore or notAfter");
            }
            map.refuseUnknown();
        }
        return checks;
    }

    private static Set<Stage> stages(YamlMap map, String key, Set<Stage> mapped) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        for (String name : map.texts(key)) {
            stage(name, reason -> map.problem(key, Text.quoted(name) + " " + reason), stages::add);
        }
        if (!mapped.containsAll(stages)) {
            map.problem(key, "names a stage that is not in stages");
        }
        return stages;
    }

    private static Map<Stage, Map<String, List<Place>>> extra(YamlMap root, RuleReader rules, Set<Stage> mapped) {
        Map<Stage, Map<String, List<Place>>> extra = new EnumMap<>(Stage.class);
        eachStage(root, EXTRA, (map, key, stage) -> {
            YamlMap texts = map.map(key);
            if (!mapped.contains(stage)) {
                map.problem(key, "is not in stages");
            }
            if (texts != null) {
                extra.put(stage, named(texts, rules));
            }
        });
        return extra;
    }

    private static Map<String, List<Place>> named(YamlMap texts, RuleReader rules) {
        Map<String, List<Place>> named = new LinkedHashMap<>();
        for (String name : texts.keys()) {
            if (name.isBlank() || Text.length(name) > 100 || Text.refusal(name) != null) {
                texts.problem(name, "must be a name of 1 to 100 characters");
            }
            named.put(Text.oneLine(name), rules.places(texts, name));
        }
        return named;
    }

    private static Set<String> cut(YamlMap root) {
        Set<String> allowed = Set.of(Field.TITLE.word(), Field.DESCRIPTION.word(), EXTRA);
        Set<String> cut = new HashSet<>(root.texts("truncate"));
        if (!allowed.containsAll(cut)) {
            root.problem("truncate", "can hold title, description and extra");
        }
        return cut;
    }

    private static Set<String> lowerCase(List<String> texts) {
        Set<String> lower = new HashSet<>();
        texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
        return lower;
    }
}
