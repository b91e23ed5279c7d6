package org.fixtrail.services.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, up to a number that a person would still read. */
public final class Problems {
    private static final int MOST = 50;

    private final List<String> messages = new ArrayList<>();

    /**
     * @param line from 1
     * @param path keys joined by dots; empty for the file as a whole
     */
    public void add(int line, String path, String message) {
        if (messages.size() < MOST) {
            messages.add("line " + line + (path.isEmpty() ? "" : ", " + path) + ": " + message);
        }
    }

    public boolean none() {
        return messages.isEmpty();
    }

    public List<String> all() {
        return List.copyOf(messages);
    }
}
