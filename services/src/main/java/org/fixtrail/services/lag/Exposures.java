package org.fixtrail.services.lag;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fixtrail.domain.lag.Exposure;
import org.fixtrail.domain.lag.Traffic;
import org.fixtrail.domain.lag.TrafficReport;
import org.fixtrail.services.storage.TransactionConnection;
import org.fixtrail.services.system.Systems;

/** Counts occurrences, and interactions where known, with one query for all failures; inside a use case's transaction. */
@ApplicationScoped
public class Exposures {
    private static final String COUNT = """
            select asked.place, count(s.id)
            from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) with ordinality
                as asked (failure, since, until, place)
            join signal s on s.failure_id = asked.failure and s.occurred_at >= asked.since and s.occurred_at < asked.until
            join signal_batch b on b.id = s.batch_id and b.leaf < ?
            group by asked.place
            """;

    private final EntityManager em;
    private final Systems systems;

    @Inject
    public Exposures(EntityManager em, Systems systems) {
        this.em = em;
        this.systems = systems;
    }

    @SuppressWarnings("NullAway")
    protected Exposures() {
        this(null, null);
    }

    /**
     * What is asked about.
     *
     * @param from included
     * @param to excluded, not before {@code from}
     */
    public record Span(UUID failureId, UUID systemId, Instant from, Instant to) {}

    /** One for each span, in their order, as known at a size of the ledger. */
    public List<Exposure> within(List<Span> spans, long knownAt) {
        if (spans.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<TrafficReport>> traffic =
                systems.traffic(spans.stream().map(Span::systemId).collect(toSet()), knownAt).stream()
                        .collect(groupingBy(
                                org.fixtrail.domain.system.TrafficReport::systemId,
                                mapping(
                                        report -> new TrafficReport(
                                                report.fromAt(), report.toAt(), report.interactions()),
                                        toList())));
        long[] counts = counts(spans, knownAt);
        List<Exposure> exposures = new ArrayList<>();
        for (Span span : spans) {
            exposures.add(new Exposure(
                    span.from(),
                    span.to(),
                    counts[exposures.size()],
                    Traffic.within(span.from(), span.to(), traffic.getOrDefault(span.systemId(), List.of()))));
        }
        return exposures;
    }

    private long[] counts(List<Span> spans, long knownAt) {
        long[] counts = new long[spans.size()];
        Connection connection = TransactionConnection.of(em);
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setArray(1, array(connection, "uuid", spans, Span::failureId));
            select.setArray(2, array(connection, "timestamptz", spans, span -> Timestamp.from(span.from())));
            select.setArray(3, array(connection, "timestamptz", spans, span -> Timestamp.from(span.to())));
            select.setLong(4, knownAt);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts[row.getInt(1) - 1] = row.getLong(2);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("occurrences could not be counted", e);
        }
        return counts;
    }

    private static Array array(Connection connection, String type, List<Span> spans, Function<Span, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, spans.stream().map(value).toArray());
    }
}
