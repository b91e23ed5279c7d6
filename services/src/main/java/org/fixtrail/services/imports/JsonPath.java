package org.fixtrail.services.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A way into a JSON object: names separated by dots, {@code [2]} for an element, {@code [*]} for all elements in order,
 * {@code ["a name"]} for a name with dots, blanks or brackets. Example: {@code affects.artifacts[0].name}.
 */
record JsonPath(List<Step> steps) {
    private static final int MAX_STEPS = 20;

    /** One step: into a member, an element or all elements. */
    sealed interface Step {
        record Member(String name) implements Step {}

        record Element(int index) implements Step {}

        record AllElements() implements Step {}
    }

    JsonPath {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalArgumentException with a readable message if the text is no path */
    static JsonPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                int end = closing(text, at);
                steps.add(bracket(text.substring(at + 1, end)));
                at = end + 1;
            } else {
                at = name(text, steps.isEmpty() ? at : afterDot(text, at), steps);
            }
        }
        if (steps.isEmpty() || steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException("a path has 1 to " + MAX_STEPS + " steps");
        }
        return new JsonPath(steps);
    }

    private static int afterDot(String text, int at) {
        if (text.charAt(at) != '.') {
            throw new IllegalArgumentException("a dot or a bracket must follow a closing bracket");
        }
        return at + 1;
    }

    private static int name(String text, int from, List<Step> steps) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        if (end == from) {
            throw new IllegalArgumentException("a name is missing at character " + (from + 1));
        }
        steps.add(new Step.Member(text.substring(from, end)));
        return end;
    }

    private static int closing(String text, int open) {
        boolean quoted = open + 1 < text.length() && isQuote(text.charAt(open + 1));
        int end = quoted ? text.indexOf(text.charAt(open + 1) + "]", open + 2) + 1 : text.indexOf(']', open);
        if (end <= 0) {
            throw new IllegalArgumentException("a bracket is not closed");
        }
        return end;
    }

    private static Step bracket(String inside) {
        if (inside.equals("*")) {
            return new Step.AllElements();
        }
        if (inside.length() > 2 && isQuote(inside.charAt(0))) {
            return new Step.Member(inside.substring(1, inside.length() - 1));
        }
        if (inside.matches("\\d{1,4}")) {
            return new Step.Element(Integer.parseInt(inside));
        }
        throw new IllegalArgumentException("brackets hold a number, * or a name in quotes");
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** Everything that the path leads to, in the order of the document; nulls and missing members left out. */
    List<JsonNode> select(JsonNode root) {
        List<JsonNode> found = new ArrayList<>();
        walk(root, 0, found);
        return found;
    }

    private void walk(JsonNode node, int step, List<JsonNode> found) {
        if (step == steps.size()) {
            if (!node.isNull() && !node.isMissingNode()) {
                found.add(node);
            }
        } else if (steps.get(step) instanceof Step.Member member) {
            walk(node.path(member.name()), step + 1, found);
        } else if (steps.get(step) instanceof Step.Element element) {
            walk(node.path(element.index()), step + 1, found);
        } else if (node.isArray()) {
            node.forEach(child -> walk(child, step + 1, found));
        }
    }
}
