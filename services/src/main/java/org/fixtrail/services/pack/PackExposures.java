package org.fixtrail.services.pack;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.Traffic;
import org.fixtrail.domain.lag.TrafficReport;
import org.fixtrail.services.storage.TransactionConnection;
import org.fixtrail.services.system.Systems;
import org.jspecify.annotations.Nullable;

/** Exposure of many failures, from emergence to deployment, with one query for all. */
@ApplicationScoped
class PackExposures {
    private static final String COUNT = """
            select asked.failure, count(s.id)
            from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) as asked (failure, since, until)
            join signal s on s.failure_id = asked.failure and s.occurred_at >= asked.since and s.occurred_at < asked.until
            join signal_batch b on b.id = s.batch_id and b.leaf < ?
            group by asked.failure
            """;

    private final EntityManager em;
    private final Systems systems;

    @Inject
    PackExposures(EntityManager em, Systems systems) {
        this.em = em;
        this.systems = systems;
    }

    @SuppressWarnings("NullAway")
    protected PackExposures() {
        this(null, null);
    }

    Map<UUID, PackFailure.Exposure> of(List<PackCase> cases, Collection<UUID> systemIds, Instant asOf, long knownAt) {
        Map<UUID, List<TrafficReport>> traffic = systems.traffic(systemIds, knownAt).stream()
                .collect(Collectors.groupingBy(
                        org.fixtrail.domain.system.TrafficReport::systemId,
                        Collectors.mapping(
                                report -> new TrafficReport(report.fromAt(), report.toAt(), report.interactions()),
                                Collectors.toList())));
        Map<UUID, Long> counts = counts(cases, asOf, knownAt);
        Map<UUID, PackFailure.Exposure> exposures = new HashMap<>();
        for (PackCase one : cases) {
            List<TrafficReport> reports = traffic.getOrDefault(one.revision().systemId(), List.of());
            exposures.put(
                    one.failureId(),
                    new PackFailure.Exposure(
                            counts.getOrDefault(one.failureId(), 0L), interactions(one, asOf, reports)));
        }
        return exposures;
    }

    private static @Nullable Long interactions(PackCase one, Instant asOf, List<TrafficReport> reports) {
        Instant since = since(one);
        Instant until = until(one, asOf);
        if (since == null || !until.isAfter(since)) {
            return null;
        }
        return Traffic.within(since, until, reports) instanceof Traffic.Estimated estimated
                ? estimated.interactions()
                : null;
    }

    private Map<UUID, Long> counts(List<PackCase> cases, Instant asOf, long knownAt) {
        List<PackCase> dated = cases.stream().filter(one -> since(one) != null).toList();
        Connection connection = TransactionConnection.of(em);
        Map<UUID, Long> counts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setArray(1, array(connection, "uuid", dated.stream().map(PackCase::failureId)));
            select.setArray(2, array(connection, "timestamptz", dated.stream().map(one -> time(since(one), asOf))));
            select.setArray(
                    3, array(connection, "timestamptz", dated.stream().map(one -> time(until(one, asOf), asOf))));
            select.setLong(4, knownAt);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("occurrences could not be counted", e);
        }
        return counts;
    }

    private static Array array(Connection connection, String type, java.util.stream.Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static Timestamp time(@Nullable Instant moment, Instant otherwise) {
        return Timestamp.from(moment == null ? otherwise : moment);
    }

    private static @Nullable Instant since(PackCase one) {
        Instant emerged = one.at(Stage.EMERGED);
        return emerged == null ? one.at(Stage.DETECTED) : emerged;
    }

    private static Instant until(PackCase one, Instant asOf) {
        Instant deployed = one.at(Stage.DEPLOYED);
        return deployed == null ? asOf : deployed;
    }
}
