package org.fixtrail.services.prepared;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixtrail.domain.obligation.Coded;
import org.fixtrail.domain.obligation.Confidence;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.services.prepared.ReportTemplate.Box;
import org.fixtrail.services.prepared.ReportTemplate.Field;
import org.fixtrail.services.prepared.ReportTemplate.Section;
import org.fixtrail.services.prepared.ReportTemplate.Source;
import org.fixtrail.services.yaml.Problems;
import org.fixtrail.services.yaml.YamlDocument;
import org.fixtrail.services.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/** Reads one template and collects all that is wrong with it. Used once. */
final class ReportTemplateReader {
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_TEXT = 600;

    private final Problems problems = new Problems();

    private ReportTemplateReader() {}

    /** @throws IllegalArgumentException naming all problems with their lines */
    static ReportTemplate read(byte[] yaml) {
        ReportTemplateReader reader = new ReportTemplateReader();
        YamlMap root = YamlDocument.read("report template", MAX_BYTES, yaml, reader.problems);
        ReportTemplate template = root == null ? null : reader.template(root);
        if (template == null || !reader.problems.none()) {
            throw new IllegalArgumentException("report template: " + reader.problems.all());
        }
        return template;
    }

    private ReportTemplate template(YamlMap root) {
        ReportTemplate template = new ReportTemplate(
                needed(root, "template"),
                needed(root, "version"),
                needed(root, "title"),
                needed(root, "mark"),
                needed(root, "note"),
                text(root, "incomplete"),
                source(root),
                Set.copyOf(root.texts("rules")),
                sections(root));
        root.refuseUnknown();
        return template;
    }

    private @Nullable Source source(YamlMap root) {
        if (!root.has("address")) {
            return null;
        }
        String address = needed(root, "address");
        if (!address.matches("https://[^\\s]+")) {
            root.problem("address", "must be an address that begins with https://");
            return null;
        }
        Confidence confidence = one(root, "confidence", Confidence.class).orElse(Confidence.UNVERIFIED);
        return new Source(URI.create(address), confidence);
    }

    private List<Section> sections(YamlMap root) {
        List<Section> sections = new ArrayList<>();
        for (YamlMap map : root.maps("sections")) {
            sections.add(new Section(text(map, "number"), needed(map, "title"), fields(map)));
            map.refuseUnknown();
        }
        if (sections.isEmpty()) {
            root.problem("sections", "are missing");
        }
        return sections;
    }

    private List<Field> fields(YamlMap section) {
        List<Field> fields = new ArrayList<>();
        for (YamlMap map : section.maps("fields")) {
            List<RecordValue> from = new ArrayList<>();
            for (String code : map.texts("from")) {
                Coded.find(RecordValue.class, code)
                        .ifPresentOrElse(from::add, () -> map.problem("from", "the record has no value " + code));
            }
            Need need = map.has("need") ? one(map, "need", Need.class).orElse(Need.UNSAID) : Need.UNSAID;
            Field field = new Field(
                    text(map, "number"),
                    needed(map, "label"),
                    need,
                    from,
                    boxes(map),
                    text(map, "missing"),
                    text(map, "hand"));
            if (field.from().isEmpty()
                    && field.boxes().isEmpty()
                    && field.byHand().isEmpty()) {
                map.problem("needs from, boxes or hand: else nobody knows what belongs into it");
            }
            map.refuseUnknown();
            fields.add(field);
        }
        if (fields.isEmpty()) {
            section.problem("fields", "are missing");
        }
        return fields;
    }

    private static List<Box> boxes(YamlMap field) {
        List<Box> boxes = new ArrayList<>();
        for (YamlMap map : field.maps("boxes")) {
            Fact fact = map.has("fact") ? one(map, "fact", Fact.class).orElse(null) : null;
            String decide = text(map, "decide");
            if (!decide.isEmpty() && (!decide.equals("true") || fact == null)) {
                map.problem("decide", "can only be true, beside a fact");
            }
            boxes.add(new Box(needed(map, "label"), fact, !decide.isEmpty()));
            map.refuseUnknown();
        }
        return boxes;
    }

    private static <E extends Enum<E> & Coded> Optional<E> one(YamlMap map, String key, Class<E> type) {
        String code = needed(map, key);
        Optional<E> found = Coded.find(type, code);
        if (found.isEmpty()) {
            map.problem(key, "is not known: " + code);
        }
        return found;
    }

    /** Empty if it is not there. */
    private static String text(YamlMap map, String key) {
        String text = map.has(key) ? requireNonNullElse(map.text(key), "") : "";
        if (text.length() > MAX_TEXT) {
            map.problem(key, "must have at most " + MAX_TEXT + " characters");
        }
        return text.strip();
    }

    private static String needed(YamlMap map, String key) {
        String text = text(map, key);
        if (text.isEmpty()) {
            map.problem(key, "is missing");
        }
        return text;
    }
}
