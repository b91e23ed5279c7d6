package org.fixtrail.web.it;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds in whatever a use case answers what belongs to an organisation: its ids, names that hold ids, and its files. */
final class Traces {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int SHORTEST_FILE = 16;

    private final Set<String> ids;
    private final String rows;

    /**
     * @param own the rows of the organisation whose traces are looked for
     * @param others those of the one that asks; what is in both, such as the server's id, is no trace
     */
    Traces(Map<String, List<String>> own, Map<String, List<String>> others) {
        rows = own.toString();
        ids = idsIn(rows);
        ids.removeAll(idsIn(others.toString()));
    }

    Set<String> in(@Nullable Object answer) {
        Set<String> found = new TreeSet<>();
        look(answer, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private static Set<String> idsIn(String text) {
        return ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private void look(@Nullable Object at, Set<String> found, Set<Object> seen) {
        if (at == null || at instanceof Enum<?> || !seen.add(at)) {
            return;
        }
        if (at instanceof Collection<?> many) {
            many.forEach(one -> look(one, found, seen));
        } else if (at instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                look(key, found, seen);
                look(value, found, seen);
            });
        } else if (at instanceof Optional<?> maybe) {
            look(maybe.orElse(null), found, seen);
        } else if (at instanceof byte[] bytes) {
            String hex = HexFormat.of().formatHex(bytes);
            if (bytes.length >= SHORTEST_FILE && rows.contains(hex)) {
                found.add("a file of " + bytes.length + " bytes");
            }
        } else if (at instanceof Object[] array) {
            for (int i = 0; i < Array.getLength(array); i++) {
                look(array[i], found, seen);
            }
        } else if (at.getClass().getName().startsWith("org.fixtrail.")) {
            Samples.fields(at.getClass()).forEach(field -> look(valueOf(field, at), found, seen));
        } else {
            Set<String> here = idsIn(at.toString());
            here.retainAll(ids);
            found.addAll(here);
        }
    }

    private static @Nullable Object valueOf(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
