package org.fixtrail.launcher.boot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * One JSON object for each record, on one line.
 *
 * <pre>{"time":"2026-01-07T08:00:00.123456Z","level":"INFO","logger":"org.fixtrail","thread":12,"message":"..."}</pre>
 *
 * An exception is added as {@code "error"} with its stack trace.
 */
public final class JsonLogFormat extends SimpleFormatter {
    private static final char FIRST_PRINTABLE = 0x20;

    @Override
    public String format(LogRecord entry) {
        StringBuilder json =
                new StringBuilder("{\"time\":\"").append(entry.getInstant()).append('"');
        add(json, "level", entry.getLevel().getName());
        add(json, "logger", String.valueOf(entry.getLoggerName()));
        json.append(",\"thread\":").append(entry.getLongThreadID());
        add(json, "message", String.valueOf(formatMessage(entry)));
        if (entry.getThrown() != null) {
            StringWriter trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace, true));
            add(json, "error", trace.toString());
        }
        return json.append("}\n").toString();
    }

    private static void add(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":\"");
        value.chars().forEach(c -> escape(json, (char) c));
        json.append('"');
    }

    private static void escape(StringBuilder json, char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < FIRST_PRINTABLE || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                    json.append(String.format("\\u%04x", (int) c));
                } else {
                    json.append(c);
                }
            }
        }
    }
}
