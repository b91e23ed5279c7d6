package org.fixtrail.services.yaml;

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
public final class YamlDocument {
    private static final int MAX_DEPTH = 10;
    private static final int MAX_MESSAGE = 200;

    private final String name;
    private final int maxBytes;
    private final Problems problems;
    private final LoadSettings settings;

    private YamlDocument(String name, int maxBytes, Problems problems) {
        this.name = name;
        this.maxBytes = maxBytes;
        this.problems = problems;
        this.settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(maxBytes)
                .setMaxAliasesForCollections(10)
                .setAllowRecursiveKeys(false)
                .build();
    }

    /**
     * The document, or null after a problem.
     *
     * @param name what the document is, for messages, for example "mapping"
     * @param maxBytes a larger one is refused
     */
    public static @Nullable YamlMap read(String name, int maxBytes, byte[] yaml, Problems problems) {
        return new YamlDocument(name, maxBytes, problems).read(yaml);
    }

    private @Nullable YamlMap read(byte[] yaml) {
        if (yaml.length > maxBytes) {
            problems.add(1, "", "the " + name + " is larger than " + maxBytes + " bytes");
            return null;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(yaml))
                    .toString();
            return read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(1, "", "the " + name + " is not valid UTF-8");
        } catch (MarkedYamlEngineException e) {
            problems.add(line(e.getProblemMark()), "", "not valid YAML: " + String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(1, "", "not valid YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), MAX_MESSAGE));
    }

    private @Nullable YamlMap read(String text) {
        if (isTooDeep(text)) {
            return null;
        }
        Optional<Node> root = new Compose(settings).composeString(text);
        if (root.isEmpty()) {
            problems.add(1, "", "the " + name + " is empty");
            return null;
        }
        return new YamlMap(root.get(), "", problems);
    }

    /** Composing recurses, events do not: so the depth is looked at before anything is composed. */
    private boolean isTooDeep(String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
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
