package org.fixtrail.services.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fixtrail.services.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a mapping that say where a value comes from: key, AI system, fields and constants. */
final class RuleReader {
    private static final Set<Field> NEEDED = Set.of(Field.TITLE, Field.SEVERITY, Field.CATEGORY, Field.KIND);
    private static final ValueRule NONE = ValueRule.constant("");

    private final ImportFormat format;

    RuleReader(ImportFormat format) {
        this.format = format;
    }

    /** The places at a key, one or a list of fallbacks; a problem if there is none. */
    List<Place> places(YamlMap map, String key) {
        List<String> texts = map.texts(key);
        List<Place> places = new ArrayList<>();
        for (String text : texts) {
            try {
                places.add(Place.parse(text, format));
            } catch (IllegalArgumentException e) {
                map.problem(key, Text.quoted(text) + " is no place in a row: " + e.getMessage());
            }
        }
        if (texts.isEmpty()) {
            map.problem(key, format == ImportFormat.CSV ? "must name a column" : "must name a path");
        }
        return places;
    }

    KeyRule key(YamlMap root) {
        if (!root.isMap("key")) {
            return new KeyRule(places(root, "key"), List.of(), List.of());
        }
        YamlMap map = root.map("key");
        if (map == null) {
            return new KeyRule(List.of(), List.of(), List.of());
        }
        if (map.has("from") == map.has("all")) {
            map.problem("must have either from or all");
        }
        KeyRule rule =
                new KeyRule(optionalPlaces(map, "from"), optionalPlaces(map, "all"), optionalPlaces(map, "hashOf"));
        map.refuseUnknown();
        return rule;
    }

    private List<Place> optionalPlaces(YamlMap map, String key) {
        return map.has(key) ? places(map, key) : List.of();
    }

    SystemRule system(YamlMap root) {
        YamlMap map = root.map("system");
        if (map == null) {
            root.problem("system", "must say to which AI system a row belongs");
            return new SystemRule(NONE, 1);
        }
        String constant = map.text("constant");
        ValueRule name = constant == null ? rule(map, null) : ValueRule.constant(constant);
        int atMost = atMost(map);
        map.refuseUnknown();
        return new SystemRule(name, atMost);
    }

    private static int atMost(YamlMap map) {
        String text = map.text("atMost");
        if (text == null) {
            return SystemRule.DEFAULT_AT_MOST;
        }
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > SystemRule.MOST) {
            map.problem("atMost", "must be a number from 1 to " + SystemRule.MOST);
            return 1;
        }
        return Integer.parseInt(text);
    }

    Map<Field, ValueRule> fields(YamlMap root) {
        Map<Field, ValueRule> rules = new EnumMap<>(Field.class);
        YamlMap fields = root.map("fields");
        if (fields != null) {
            fields.keys().forEach(key -> field(fields, key, rules, fieldRule(fields, key)));
        }
        YamlMap constants = root.map("constants");
        if (constants != null) {
            constants.keys().forEach(key -> field(constants, key, rules, constant(constants, key)));
        }
        for (Field field : Field.values()) {
            if (NEEDED.contains(field) && !rules.containsKey(field)) {
                root.problem("fields", field.word() + " is missing (here or in constants)");
            }
        }
        return rules;
    }

    private static void field(YamlMap map, String key, Map<Field, ValueRule> rules, ValueRule rule) {
        Field field = Field.named(key).orElse(null);
        if (field == null) {
            map.problem(
                    key,
                    "is no field; fields are "
                            + String.join(
                                    ", ",
                                    List.of(Field.values()).stream()
                                            .map(Field::word)
                                            .toList()));
        } else if (rules.putIfAbsent(field, rule) != null) {
            map.problem(key, "is in fields and in constants");
        }
    }

    private static ValueRule constant(YamlMap constants, String key) {
        String text = constants.text(key);
        checkAllowed(constants, key, Field.named(key).orElse(null), text);
        return text == null ? NONE : ValueRule.constant(text);
    }

    private ValueRule fieldRule(YamlMap fields, String key) {
        if (!fields.isMap(key)) {
            return new ValueRule(places(fields, key), Map.of(), null, null);
        }
        YamlMap map = fields.map(key);
        if (map == null) {
            return NONE;
        }
        ValueRule rule = rule(map, Field.named(key).orElse(null));
        map.refuseUnknown();
        return rule;
    }

    private ValueRule rule(YamlMap map, @Nullable Field field) {
        List<Place> from = places(map, "from");
        String otherwise = map.text("otherwise");
        String absent = map.text("default");
        checkAllowed(map, "otherwise", field, otherwise);
        checkAllowed(map, "default", field, absent);
        return new ValueRule(from, values(map.map("values"), field), otherwise, absent);
    }

    private static Map<String, String> values(@Nullable YamlMap map, @Nullable Field field) {
        Map<String, String> values = new HashMap<>();
        if (map != null) {
            for (String value : map.keys()) {
                String becomes = map.text(value);
                checkAllowed(map, value, field, becomes);
                if (becomes != null && values.put(value.strip().toLowerCase(Locale.ROOT), becomes) != null) {
                    map.problem(value, "is there twice; upper and lower case are the same");
                }
            }
        }
        return values;
    }

    private static void checkAllowed(YamlMap map, String key, @Nullable Field field, @Nullable String text) {
        if (text != null && field != null && !field.allows(text)) {
            map.problem(key, Text.quoted(text) + " is none of " + field.allowed());
        }
    }
}
