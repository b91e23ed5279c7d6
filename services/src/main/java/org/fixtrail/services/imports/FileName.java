package org.fixtrail.services.imports;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The name that a file came with: looked at and kept for people. Nothing is ever opened by it. */
public final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

    /** Without the folders that some programs tell, on one line and not too long. */
    public static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String line = last.codePoints()
                .map(c -> isForNoName(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Text.cut(Text.oneLine(line), LONGEST);
    }

    /** Controls, invisible marks that change how their neighbours are read, and halves of surrogate pairs. */
    private static boolean isForNoName(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE;
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
