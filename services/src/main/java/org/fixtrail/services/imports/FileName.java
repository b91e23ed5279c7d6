package org.fixtrail.services.imports;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The name that a file came with: looked at and kept for people. Nothing is ever opened by it. */
final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

    /** Without the folders that some programs tell, on one line and not too long. */
    static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String line = last.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Text.cut(Text.oneLine(line), LONGEST);
    }

    /** Whether the name ends in one of the endings, in any case. One without an ending says nothing and may pass. */
    static boolean fits(String name, Collection<String> endings) {
        String shown = shown(name);
        int dot = shown.lastIndexOf('.');
        return dot < 0 || endings.contains(shown.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** What is wrong with a name that does not fit. */
    static String problem(Collection<String> endings) {
        return "must be a file whose name ends in "
                + endings.stream().map(ending -> "." + ending).collect(Collectors.joining(", "));
    }
}
