package org.fixtrail.domain.figure;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fixtrail.domain.json.CanonicalJson;
import org.fixtrail.domain.json.JsonText;
import org.fixtrail.domain.ledger.Moments;
import org.jspecify.annotations.Nullable;

/** The figures of a period, with all that is needed to compute them again. */
public record Figures(FigureScope scope, List<FigureTable> tables) {
    /** Grows when what is counted, or how, changes: figures of another form are shown, not compared. */
    public static final long FORM = 1;

    public Figures {
        tables = List.copyOf(tables);
    }

    /** @param targets the latest revision of each target, ended ones too */
    public static Figures of(
            FigureScope scope, List<FailureCase> failures, List<ClockCase> clocks, List<TargetCase> targets) {
        FailureFigures ofFailures = new FailureFigures(scope, failures);
        LagFigures ofLags = new LagFigures(scope, failures);
        ClockFigures ofClocks = new ClockFigures(scope, clocks);
        return new Figures(
                scope,
                List.of(
                        ofFailures.kinds(),
                        ofLags.detection(),
                        ofLags.resolution(),
                        ofClocks.onTime(),
                        ofClocks.targets(targets, ofLags),
                        ofFailures.categories(),
                        ofFailures.learningModes(),
                        ofFailures.measures(),
                        ofFailures.recurrence()));
    }

    /** The table with this key. */
    public Optional<FigureTable> table(String key) {
        return tables.stream().filter(table -> table.key().equals(key)).findFirst();
    }

    /** The one text form, for the record: equal figures have equal texts. */
    public String text() {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("form", FORM);
        members.put("from", Moments.text(scope.from()));
        members.put("to", Moments.text(scope.to()));
        UUID system = scope.systemId();
        if (system != null) {
            members.put("system", system.toString());
        }
        members.put("asOf", Moments.text(scope.asOf()));
        members.put("knownAt", scope.knownAt());
        members.put("zone", scope.zone().getId());
        members.put("tables", tables.stream().map(Figures::members).toList());
        return CanonicalJson.write(members);
    }

    /** Whether figures of this text were computed as this version computes them. */
    public static boolean isOfThisForm(String text) {
        return Objects.equals(JsonText.readObject(text).get("form"), FORM);
    }

    /** Reads what {@link #text} wrote. */
    public static Figures parse(String text) {
        Map<String, @Nullable Object> members = JsonText.readObject(text);
        String system = (String) members.get("system");
        FigureScope scope = new FigureScope(
                Instant.parse(member(members, "from")),
                Instant.parse(member(members, "to")),
                system == null ? null : UUID.fromString(system),
                Instant.parse(member(members, "asOf")),
                Long.parseLong(member(members, "knownAt")),
                ZoneId.of(member(members, "zone")));
        return new Figures(
                scope, maps(members, "tables").stream().map(Figures::table).toList());
    }

    private static Map<String, @Nullable Object> members(FigureTable table) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("key", table.key());
        members.put("title", table.title());
        members.put("about", table.about());
        members.put(
                "columns",
                table.columns().stream()
                        .map(column -> Map.of("key", column.key(), "label", column.label()))
                        .toList());
        members.put(
                "rows",
                table.rows().stream()
                        .map(row -> Map.of(
                                "key",
                                row.key(),
                                "label",
                                row.label(),
                                "cells",
                                row.cells().stream().map(FigureCell::members).toList()))
                        .toList());
        return members;
    }

    private static FigureTable table(Map<?, ?> members) {
        return new FigureTable(
                member(members, "key"),
                member(members, "title"),
                member(members, "about"),
                maps(members, "columns").stream()
                        .map(column -> new FigureTable.Column(member(column, "key"), member(column, "label")))
                        .toList(),
                maps(members, "rows").stream()
                        .map(row -> new FigureTable.Row(
                                member(row, "key"),
                                member(row, "label"),
                                maps(row, "cells").stream().map(FigureCell::of).toList()))
                        .toList());
    }

    private static List<Map<?, ?>> maps(Map<?, ?> members, String name) {
        List<Map<?, ?>> maps = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(members.get(name), name)).forEach(item -> maps.add((Map<?, ?>) item));
        return maps;
    }

    static String member(Map<?, ?> members, String name) {
        return Objects.requireNonNull(members.get(name), name).toString();
    }
}
