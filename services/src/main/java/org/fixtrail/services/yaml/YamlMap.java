package org.fixtrail.services.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML mapping that is asked for its keys by name; keys nobody asked for are unknown. Scalars are taken as they are
 * written ({@code no} stays {@code no}). Only what is asked for is looked at, so aliases cannot multiply.
 */
public final class YamlMap {
    private final String path;
    private final int line;
    private final Problems problems;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(Node node, String path, Problems problems) {
        this.path = path;
        this.line = line(node);
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else {
            problems.add(line, path, "must hold keys with values");
        }
    }

    private void add(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : null;
        if (key == null) {
            problems.add(line(tuple.getKeyNode()), path, "a key must be a word");
        } else if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
            problems.add(line(tuple.getKeyNode()), at(key), "the key is there twice");
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** All keys, in the order of the file; they count as asked for. */
    public Set<String> keys() {
        asked.addAll(entries.keySet());
        return entries.keySet();
    }

    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    public boolean isMap(String key) {
        return has(key) && entries.get(key) instanceof MappingNode;
    }

    public void problem(String key, String message) {
        Node node = entries.get(key);
        problems.add(node == null ? line : line(node), at(key), message);
    }

    /** A problem of the map as a whole. */
    public void problem(String message) {
        problems.add(line, path, message);
    }

    /** The text at a key, or null if the key is missing or its value is none. */
    public @Nullable String text(String key) {
        return has(key) ? scalar(key, entries.get(key)) : null;
    }

    /** The texts at a key, which holds one or a list; empty if the key is missing. */
    public List<String> texts(String key) {
        if (!has(key) || !(entries.get(key) instanceof SequenceNode list)) {
            String text = text(key);
            return text == null ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (Node node : list.getValue()) {
            String text = scalar(key, node);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The map at a key, or null if the key is missing or holds something else. */
    public @Nullable YamlMap map(String key) {
        Node node = has(key) ? entries.get(key) : null;
        return node == null ? null : new YamlMap(node, at(key), problems);
    }

    /** The list of maps at a key; empty if the key is missing. */
    public List<YamlMap> maps(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(entries.get(key) instanceof SequenceNode list)) {
            problem(key, "must be a list");
            return List.of();
        }
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : list.getValue()) {
            maps.add(new YamlMap(node, at(key) + "[" + maps.size() + "]", problems));
        }
        return maps;
    }

    private @Nullable String scalar(String key, @Nullable Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        problem(key, node instanceof ScalarNode ? "has no value" : "must be one text");
        return null;
    }

    /** Adds a problem for each key that was not asked for; call it last. */
    public void refuseUnknown() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                problem(key, "is not a known key here; known are " + String.join(", ", asked));
            }
        }
    }
}
