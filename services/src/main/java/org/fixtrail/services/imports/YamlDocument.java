package org.fixtrail.services.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML from outside into nodes; no object is ever made from it, whatever its tags say. */
final class YamlDocument {
    private static final int MAX_DEPTH = 10;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("mapping")
            .setCodePointLimit(ImportMapping.MAX_BYTES)
            .setMaxAliasesForCollections(10)
            .setAllowRecursiveKeys(false)
            .build();

    private YamlDocument() {}

    /** The document, or null after a problem. */
    static @Nullable YamlMap read(byte[] yaml, Problems problems) {
        if (yaml.length > ImportMapping.MAX_BYTES) {
            problems.add(1, "", "the mapping is larger than " + ImportMapping.MAX_BYTES + " bytes");
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
            return read(text.startsWith("\uFEFF") ? text.substring(1) : text, problems);
        } catch (CharacterCodingException e) {
            problems.add(1, "", "the mapping is not valid UTF-8");
        } catch (MarkedYamlEngineException e) {
            problems.add(line(e.getProblemMark()), "", "not valid YAML: " + String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(1, "", "not valid YAML: " + Text.cut(Text.oneLine(String.valueOf(e.getMessage())), 200));
        }
        return null;
    }

    private static @Nullable YamlMap read(String text, Problems problems) {
        if (isTooDeep(text, problems)) {
            return null;
        }
        Optional<Node> root = new Compose(SETTINGS).composeString(text);
        if (root.isEmpty()) {
            problems.add(1, "", "the mapping is empty");
            return null;
        }
        return new YamlMap(root.get(), "", problems);
    }

    /** Composing recurses, events do not: so the depth is looked at before anything is composed. */
    private static boolean isTooDeep(String text, Problems problems) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH) {
                problems.add(line(event.getStartMark()), "", "nested more than " + MAX_DEPTH + " levels deep");
                return true;
            }
        }
        return false;
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }
}
