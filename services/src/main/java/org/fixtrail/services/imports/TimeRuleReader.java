package org.fixtrail.services.imports;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fixtrail.services.imports.TimeRule.Ambiguous;
import org.fixtrail.services.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads the part {@code times} of a mapping. */
final class TimeRuleReader {

    TimeRule read(@Nullable YamlMap map) {
        if (map == null) {
            return new TimeRule(List.of(TimeFormats.named("iso")), null, null, Ambiguous.REFUSE);
        }
        TimeRule rule = new TimeRule(formats(map), zone(map), timeOfDay(map), ambiguous(map));
        map.refuseUnknown();
        return rule;
    }

    private static List<DateTimeFormatter> formats(YamlMap map) {
        List<String> names = map.has("formats") ? map.texts("formats") : List.of("iso");
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String name : names) {
            try {
                formats.add(TimeFormats.named(name));
            } catch (IllegalArgumentException e) {
                map.problem("formats", Text.quoted(name) + " is neither iso nor a pattern: " + e.getMessage());
            }
        }
        return formats;
    }

    private static @Nullable ZoneId zone(YamlMap map) {
        String name = map.text("zone");
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            map.problem("zone", Text.quoted(name) + " is no time zone; write one like Europe/Paris or UTC");
            return null;
        }
    }

    private static @Nullable LocalTime timeOfDay(YamlMap map) {
        String text = map.text("timeOfDay");
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            map.problem("timeOfDay", Text.quoted(text) + " is no time of day; write one like \"00:00\"");
            return null;
        }
    }

    private static Ambiguous ambiguous(YamlMap map) {
        String text = map.text("ambiguous");
        for (Ambiguous choice : Ambiguous.values()) {
            if (text == null || choice.name().toLowerCase(Locale.ROOT).equals(text)) {
                return choice;
            }
        }
        map.problem("ambiguous", "must be refuse, earlier or later");
        return Ambiguous.REFUSE;
    }
}
