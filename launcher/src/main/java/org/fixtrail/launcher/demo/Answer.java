package org.fixtrail.launcher.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixtrail.launcher.LaunchException;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the application, or a part of one. What is missing in it ends the story, since figures are never guessed.
 *
 * @param call what was asked, as in {@code GET /api/v1/lag}
 * @param members of the object that was answered
 */
record Answer(String call, int status, Map<?, ?> members) {

    String text(String name) {
        return String.valueOf(needed(name));
    }

    /** Empty where the member is absent or null. */
    String textOrEmpty(String name) {
        Object value = members.get(name);
        return value == null ? "" : value.toString();
    }

    long number(String name) {
        if (needed(name) instanceof BigDecimal number) {
            return number.longValue();
        }
        throw without(name);
    }

    Answer part(String name) {
        return part(name, needed(name));
    }

    /** The objects of a list. */
    List<Answer> parts(String name) {
        List<Answer> parts = new ArrayList<>();
        if (needed(name) instanceof List<?> items) {
            items.forEach(item -> parts.add(part(name, item)));
        }
        return parts;
    }

    /** The one object of a list whose member has a value. */
    Answer only(String list, String name, String value) {
        return parts(list).stream()
                .filter(part -> part.textOrEmpty(name).equals(value))
                .findFirst()
                .orElseThrow(() -> without(list + " with " + name + " " + value));
    }

    private Answer part(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return new Answer(call, status, object);
        }
        throw without(name);
    }

    private Object needed(String name) {
        Object value = members.get(name);
        if (value == null) {
            throw without(name);
        }
        return value;
    }

    private LaunchException without(String name) {
        return new LaunchException("the sample story stops: the answer to " + call + " has no " + name);
    }
}
