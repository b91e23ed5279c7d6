package org.fixtrail.reports.attachment;

import java.util.List;
import java.util.Set;
import org.fixtrail.domain.lag.Incidence;
import org.fixtrail.services.pack.LagRow;
import org.fixtrail.services.pack.PackClock;
import org.fixtrail.services.pack.PackFailure;
import org.fixtrail.services.pack.PackMark;
import org.fixtrail.services.pack.PackRight;
import org.fixtrail.services.pack.PackTransition;

/** Writes the pack's tables as CSV: one method per file, and each names its columns. */
final class CsvFiles {
    private CsvFiles() {}

    static byte[] rights(List<PackRight> rights) {
        CsvFile file = new CsvFile(
                "kind",
                "holder_id",
                "holder",
                "address",
                "role",
                "stands_for",
                "system",
                "since",
                "until",
                "given_by",
                "confirmed_by",
                "reason",
                "last_used",
                "marks");
        for (PackRight right : rights) {
            file.row(
                    right.kind(),
                    right.holderId(),
                    right.holder(),
                    right.address(),
                    right.role(),
                    right.standsFor(),
                    right.system(),
                    right.since(),
                    right.until(),
                    right.givenBy(),
                    right.confirmedBy(),
                    right.reason(),
                    right.lastUsed(),
                    right.marks());
        }
        return file.bytes();
    }

    static byte[] failures(List<PackFailure> failures) {
        CsvFile file = new CsvFile(
                "id",
                "title",
                "system",
                "version",
                "severity",
                "category",
                "kind",
                "stage",
                "cycle",
                "status",
                "marks",
                "emerged_at",
                "detected_at",
                "deployed_at",
                "verified_at",
                "adaptation_lag_seconds",
                "detection_lag_seconds",
                "exposure_occurrences",
                "exposure_interactions");
        for (PackFailure failure : failures) {
            file.row(
                    failure.id(),
                    failure.title(),
                    failure.system(),
                    failure.version(),
                    failure.severity(),
                    failure.category(),
                    failure.kind(),
                    failure.stage(),
                    failure.cycle(),
                    failure.status(),
                    labels(failure.marks()),
                    failure.emergedAt(),
                    failure.detectedAt(),
                    failure.deployedAt(),
                    failure.verifiedAt(),
                    failure.adaptationLag(),
                    failure.detectionLag(),
                    failure.exposure().occurrences(),
                    failure.exposure().interactions());
        }
        return file.bytes();
    }

    static byte[] transitions(List<PackFailure> failures) {
        CsvFile file = new CsvFile(
                "failure_id",
                "ledger_leaf",
                "stage",
                "cycle",
                "occurred_at",
                "recorded_at",
                "recorded_by_id",
                "recorded_by_name",
                "details",
                "marks");
        for (PackFailure failure : failures) {
            for (PackTransition step : failure.trail()) {
                file.row(
                        failure.id(),
                        step.ledgerLeaf(),
                        step.stage(),
                        step.cycle(),
                        step.occurredAt(),
                        step.recordedAt(),
                        step.recordedBy().id(),
                        step.recordedBy().displayName(),
                        step.details().stream()
                                .map(detail -> detail.label() + ": " + detail.value())
                                .toList(),
                        labels(step.marks()));
            }
        }
        return file.bytes();
    }

    static byte[] lag(List<LagRow> rows) {
        CsvFile file = new CsvFile(
                "group",
                "label",
                "from",
                "to",
                "population",
                "censored",
                "p50_seconds",
                "p50_lower_seconds",
                "p50_upper_seconds",
                "p75_seconds",
                "p75_lower_seconds",
                "p75_upper_seconds",
                "p90_seconds",
                "p90_lower_seconds",
                "p90_upper_seconds",
                "naive_mean_seconds",
                "zeros",
                "no_data");
        for (LagRow row : rows) {
            file.row(
                    row.group(),
                    row.label(),
                    row.from(),
                    row.to(),
                    row.population(),
                    row.censored(),
                    row.p50().value(),
                    row.p50().lower(),
                    row.p50().upper(),
                    row.p75().value(),
                    row.p75().lower(),
                    row.p75().upper(),
                    row.p90().value(),
                    row.p90().lower(),
                    row.p90().upper(),
                    row.naiveMean(),
                    row.zeros(),
                    row.noData());
        }
        return file.bytes();
    }

    /** One line per group and way to end; groups in which no lag has ended have none. */
    static byte[] incidence(List<LagRow> rows) {
        CsvFile file = new CsvFile(
                "group",
                "label",
                "from",
                "to",
                "at_seconds",
                "outcome",
                "count",
                "share",
                "still_open",
                "kaplan_meier_reached");
        for (LagRow row : rows) {
            Incidence incidence = row.incidence();
            if (incidence != null) {
                for (Incidence.Event event : incidence.events()) {
                    file.row(
                            row.group(),
                            row.label(),
                            row.from(),
                            row.to(),
                            incidence.at(),
                            event.outcome(),
                            event.count(),
                            event.share(),
                            incidence.stillOpen(),
                            incidence.kaplanMeier());
                }
            }
        }
        return file.bytes();
    }

    static byte[] clocks(List<PackClock> clocks) {
        CsvFile file =
                new CsvFile("target", "failure_id", "started_at", "deadline", "state", "met_at", "overdue_by_seconds");
        for (PackClock clock : clocks) {
            file.row(
                    clock.target(),
                    clock.failureId(),
                    clock.startedAt(),
                    clock.deadline(),
                    clock.state(),
                    clock.metAt(),
                    clock.overdueBy());
        }
        return file.bytes();
    }

    private static List<String> labels(Set<PackMark> marks) {
        return marks.stream().map(PackMark::label).toList();
    }
}
