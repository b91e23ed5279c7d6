package org.fixtrail.services.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.fixtrail.services.imports.RowSource.Item.Broken;
import org.fixtrail.services.imports.RowSource.Item.Row;
import org.jspecify.annotations.Nullable;

/** Rows of a JSON Lines file. A line that cannot be read never touches the next one. */
final class JsonLinesRows implements RowSource {
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxStringLength(1 << 20)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(BOUNDS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final BoundedLines lines;
    private final int maxLength;

    JsonLinesRows(InputStream in, int maxLength) {
        this.lines = new BoundedLines(in, maxLength);
        this.maxLength = maxLength;
    }

    @Override
    public @Nullable Item next() throws IOException {
        for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.tooLong()) {
                return new Broken(line.number(), "the line is longer than " + maxLength + " bytes");
            }
            Item item = read(line);
            if (item != null) {
                return item;
            }
        }
        return null;
    }

    /** Null for an empty line. */
    private static @Nullable Item read(BoundedLines.Line line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString();
            String json = line.number() == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            return json.isBlank() ? null : parse(line.number(), json.strip());
        } catch (CharacterCodingException e) {
            return new Broken(line.number(), "the line is not valid UTF-8");
        }
    }

    private static Item parse(long line, String json) {
        try {
            JsonNode node = READER.readValue(json);
            return node.isObject()
                    ? new Row(new JsonRow(line, node, json))
                    : new Broken(line, "the line is no JSON object");
        } catch (StreamConstraintsException e) {
            return new Broken(line, "the JSON goes beyond a limit: " + firstSentence(e));
        } catch (JsonProcessingException e) {
            return new Broken(line, "the line is not valid JSON" + column(e) + ": " + firstSentence(e));
        }
    }

    private static String column(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at character " + e.getLocation().getColumnNr();
    }

    private static String firstSentence(JsonProcessingException e) {
        String message = Text.oneLine(e.getOriginalMessage());
        int internals = message.indexOf(", from `");
        return Text.cut(internals < 0 ? message : message.substring(0, internals) + ")", 200);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
