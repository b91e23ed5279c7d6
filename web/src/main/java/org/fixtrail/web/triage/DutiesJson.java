package org.fixtrail.web.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fixtrail.domain.obligation.LegalHold;
import org.fixtrail.domain.obligation.Recipient;
import org.fixtrail.services.triage.DutiesView;
import org.jspecify.annotations.Nullable;

/** What stands beside the clocks of a failure; snapshot is null before the decision. */
public record DutiesJson(
        List<ChainJson> chains,
        List<NoticeJson> notices,
        List<HoldJson> holds,
        @Nullable SnapshotJson snapshot) {

    /** A rule that asks that several are told; untold are those of whom no notice is on record. */
    public record ChainJson(String rule, String title, List<Recipient> recipients, List<Recipient> untold) {}

    /** Somebody who was told; retracted where that was recorded by mistake. */
    public record NoticeJson(
            UUID id,
            String rule,
            Recipient recipient,
            String name,
            Instant sentAt,
            Instant recordedAt,
            String reference,
            String note,
            boolean retracted) {}

    /** A hold that stands; failure is null where the whole AI system is held; lifting is the proposal that waits. */
    public record HoldJson(
            UUID id,
            @Nullable UUID failure,
            UUID system,
            Instant placedAt,
            String reason,
            @Nullable UUID lifting) {}

    /** Where evidence was saved before anything was altered, or why it was not. */
    public record SnapshotJson(boolean saved, String words) {}

    static DutiesJson of(DutiesView view) {
        return new DutiesJson(
                view.chains().stream()
                        .map(chain -> new ChainJson(
                                chain.rule().id(),
                                chain.rule().title(),
                                chain.rule().addressee().recipients(),
                                chain.untold()))
                        .toList(),
                view.notices().stream()
                        .map(notice -> new NoticeJson(
                                notice.id(),
                                notice.ruleId(),
                                notice.recipient(),
                                notice.name(),
                                notice.sentAt(),
                                notice.recordedAt(),
                                notice.reference(),
                                notice.note(),
                                view.retracted().containsKey(notice.id())))
                        .toList(),
                view.holds().stream().map(DutiesJson::hold).toList(),
                view.snapshot()
                        .map(snapshot -> new SnapshotJson(snapshot.saved(), snapshot.words()))
                        .orElse(null));
    }

    private static HoldJson hold(DutiesView.Held held) {
        LegalHold placed = held.placed();
        return new HoldJson(
                placed.id(),
                placed.failureId(),
                placed.systemId(),
                placed.recordedAt(),
                placed.reason(),
                held.waiting().map(LegalHold::id).orElse(null));
    }
}
