package org.fixtrail.services.ledger;

import java.util.List;
import org.fixtrail.domain.access.AccessReview;
import org.fixtrail.domain.access.GrantDecision;
import org.fixtrail.domain.access.GrantProposal;
import org.fixtrail.domain.access.KeyChange;
import org.fixtrail.domain.access.PersonChange;
import org.fixtrail.domain.clock.ClockEvent;
import org.fixtrail.domain.clock.ClockPause;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.WarningSetting;
import org.fixtrail.domain.clock.WorkingTimeRevision;
import org.fixtrail.domain.comment.Comment;
import org.fixtrail.domain.document.Document;
import org.fixtrail.domain.escalation.Acknowledgement;
import org.fixtrail.domain.escalation.EscalationChain;
import org.fixtrail.domain.failure.FailureRevision;
import org.fixtrail.domain.failure.Transition;
import org.fixtrail.domain.feed.FeedChange;
import org.fixtrail.domain.intake.IntakeAddress;
import org.fixtrail.domain.intake.OutsideReport;
import org.fixtrail.domain.intake.ReportDecision;
import org.fixtrail.domain.job.JobEvent;
import org.fixtrail.domain.ledger.Act;
import org.fixtrail.domain.ledger.Refusal;
import org.fixtrail.domain.notification.MailChoice;
import org.fixtrail.domain.notification.Notification;
import org.fixtrail.domain.notification.NotificationTry;
import org.fixtrail.domain.obligation.Countersignature;
import org.fixtrail.domain.obligation.FactSheet;
import org.fixtrail.domain.obligation.LegalHold;
import org.fixtrail.domain.obligation.Notice;
import org.fixtrail.domain.obligation.RulePackEdition;
import org.fixtrail.domain.obligation.Waiver;
import org.fixtrail.domain.organisation.Organisation;
import org.fixtrail.domain.organisation.OrganisationChange;
import org.fixtrail.domain.pack.EvidencePack;
import org.fixtrail.domain.review.DecisionReport;
import org.fixtrail.domain.review.ManagementReview;
import org.fixtrail.domain.signal.SignalBatch;
import org.fixtrail.domain.system.SystemRevision;
import org.fixtrail.domain.system.SystemVersion;
import org.fixtrail.domain.system.TrafficReport;
import org.fixtrail.domain.webhook.WebhookChange;

/** Every table that the ledger covers. */
final class ActTables {
    static final List<Class<? extends Act>> ALL = List.of(
            Organisation.class,
            OrganisationChange.class,
            PersonChange.class,
            GrantProposal.class,
            GrantDecision.class,
            AccessReview.class,
            KeyChange.class,
            SystemRevision.class,
            SystemVersion.class,
            TrafficReport.class,
            FailureRevision.class,
            Transition.class,
            SignalBatch.class,
            Target.class,
            WorkingTimeRevision.class,
            WarningSetting.class,
            ClockPause.class,
            FactSheet.class,
            RulePackEdition.class,
            Waiver.class,
            Countersignature.class,
            Submission.class,
            IntakeAddress.class,
            OutsideReport.class,
            ReportDecision.class,
            Notice.class,
            LegalHold.class,
            Document.class,
            Comment.class,
            ClockEvent.class,
            Notification.class,
            NotificationTry.class,
            WebhookChange.class,
            MailChoice.class,
            FeedChange.class,
            EscalationChain.class,
            Acknowledgement.class,
            JobEvent.class,
            EvidencePack.class,
            ManagementReview.class,
            DecisionReport.class,
            Refusal.class);

    private ActTables() {}
}
