package org.fixtrail.reports.page;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/**
 * Hands records to a template, one at a time: a field of the template is a component of the record, or with a dot a
 * component of a component ({@code facts.title}).
 */
final class RowSource implements JRDataSource {
    private final Iterator<? extends Record> rows;
    private final Map<String, Method> accessors = new HashMap<>();
    private @Nullable Record current;

    RowSource(Stream<? extends Record> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        current = rows.hasNext() ? rows.next() : null;
        return current != null;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        Record row = current;
        if (row == null) {
            throw new IllegalStateException("no row");
        }
        Object value = row;
        for (String component : field.getName().split("\\.", -1)) {
            value = value instanceof Record part ? component(part, component) : null;
        }
        return value;
    }

    private @Nullable Object component(Record row, String name) {
        try {
            return accessor(row, name).invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(name + " of " + row.getClass(), e);
        }
    }

    private Method accessor(Record row, String name) {
        return accessors.computeIfAbsent(row.getClass().getName() + "." + name, key -> {
            try {
                Method accessor = row.getClass().getDeclaredMethod(name);
                accessor.setAccessible(true);
                return accessor;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a template asks for " + name + " of " + row.getClass(), e);
            }
        });
    }
}
