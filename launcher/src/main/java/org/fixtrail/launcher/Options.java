package org.fixtrail.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The options of a command, each {@code --name value}. */
final class Options {
    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads what follows a command.
     *
     * @param known the names that the command has, without dashes
     */
    static Options read(List<String> arguments, Set<String> known) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!name.startsWith("--") || !known.contains(name.substring(2))) {
                throw new UsageException(name + " is no option here: "
                        + known.stream().sorted().map(one -> "--" + one).toList());
            }
            if (i + 1 == arguments.size()) {
                throw new UsageException(name + " needs a value");
            }
            if (values.put(name.substring(2), arguments.get(i + 1)) != null) {
                throw new UsageException(name + " is given twice");
            }
        }
        return new Options(values);
    }

    String needed(String name) {
        return text(name).orElseThrow(() -> new UsageException("--" + name + " is missing"));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }
}
