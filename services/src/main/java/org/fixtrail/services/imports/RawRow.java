package org.fixtrail.services.imports;

import java.util.List;
import java.util.function.Consumer;

/** One row as the file has it. */
interface RawRow {

    /** The physical line on which the row begins. */
    long line();

    /**
     * The values at a place, stripped of blanks around them, without empty ones: at most one in CSV, any number for a
     * path with {@code [*]}.
     *
     * @param problems is told in words where the place holds no single value
     */
    List<String> values(Place place, Consumer<String> problems);

    /** Equal for rows with equal text, and for no others. */
    String fingerprint();
}
