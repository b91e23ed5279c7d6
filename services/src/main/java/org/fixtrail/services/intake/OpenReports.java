package org.fixtrail.services.intake;

/** Which reports wait: those without a decision, or with one that a second person has not confirmed. */
final class OpenReports {
    static final String DECIDED = "exists (select d.id from ReportDecision d where d.reportId = r.id and"
            + " (d.outcome <> org.fixtrail.domain.intake.ReportOutcome.DECLINED or exists (select c.id from"
            + " Countersignature c where c.subjectId = d.id and c.confirmed = true)))";

    static final String COUNT = "select count(r) from OutsideReport r where not " + DECIDED;

    private OpenReports() {}
}
