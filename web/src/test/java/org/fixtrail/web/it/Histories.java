package org.fixtrail.web.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.services.access.CallerContext.run;
import static org.fixtrail.web.it.Outcomes.done;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.KeyKind;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.access.Scopes;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.TargetCounting;
import org.fixtrail.domain.clock.TargetTerms;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.comment.CommentSubject;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.intake.Reporter;
import org.fixtrail.domain.ledger.Actor;
import org.fixtrail.domain.ledger.Sha256;
import org.fixtrail.domain.notification.MailWishes;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.domain.obligation.Recipient;
import org.fixtrail.domain.webhook.WebhookEvent;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.DecideGrants;
import org.fixtrail.services.access.ManageKeys;
import org.fixtrail.services.access.ManageOwnTokens;
import org.fixtrail.services.access.ManagePeople;
import org.fixtrail.services.access.NewKey;
import org.fixtrail.services.access.NewPerson;
import org.fixtrail.services.access.Refusals;
import org.fixtrail.services.accessreview.ReviewAccess;
import org.fixtrail.services.clock.AdvanceClocks;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.NewWarnings;
import org.fixtrail.services.clock.NewWorkingTime;
import org.fixtrail.services.clock.SetClockRules;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.services.comment.WriteComments;
import org.fixtrail.services.document.Upload;
import org.fixtrail.services.escalation.AcknowledgeNews;
import org.fixtrail.services.escalation.NewEscalationChain;
import org.fixtrail.services.escalation.SetEscalation;
import org.fixtrail.services.feed.ManageFeed;
import org.fixtrail.services.imports.RequestImport;
import org.fixtrail.services.intake.HandleReports;
import org.fixtrail.services.intake.Intake;
import org.fixtrail.services.intake.ManageIntake;
import org.fixtrail.services.intake.NewReport;
import org.fixtrail.services.job.RunJobs;
import org.fixtrail.services.notification.ChooseMails;
import org.fixtrail.services.notification.SendAnswer;
import org.fixtrail.services.notification.TrackDelivery;
import org.fixtrail.services.organisation.CloseOrganisation;
import org.fixtrail.services.pack.IssuePack;
import org.fixtrail.services.pack.PackRequest;
import org.fixtrail.services.pause.NewPause;
import org.fixtrail.services.pause.PauseClocks;
import org.fixtrail.services.refusal.RecordRefusals;
import org.fixtrail.services.system.ManageSystems;
import org.fixtrail.services.triage.GiveNotices;
import org.fixtrail.services.triage.HoldRecords;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.services.triage.StateFacts;
import org.fixtrail.services.triage.SubmitReports;
import org.fixtrail.services.triage.WaiveDuties;
import org.fixtrail.services.webhook.ManageWebhooks;
import org.fixtrail.services.webhook.NewWebhook;

/** Organisations that have something in every table, each row through its use case. */
@ApplicationScoped
public class Histories {
    private static final String MAPPING = """
            source: histories
            format: csv
            key: id
            system:
              from: system
            fields:
              title: title
            constants:
              severity: LOW
              category: OTHER
              kind: INCIDENT
              detectionSource: test
            times:
              formats: [iso]
            stages:
              DETECTED: detected
            """;

    private static final String NOWHERE = "http://127.0.0.1:9/";

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Signalling signalling;

    @Inject
    private TestClock clock;

    @Inject
    private ManageSystems systems;

    @Inject
    private ManageKeys keys;

    @Inject
    private ManageOwnTokens tokens;

    @Inject
    private SetTargets targets;

    @Inject
    private SetClockRules clockRules;

    @Inject
    private PauseClocks pauses;

    @Inject
    private AdvanceClocks advance;

    @Inject
    private StateFacts facts;

    @Inject
    private FindClocks clocks;

    @Inject
    private WaiveDuties duties;

    @Inject
    private SecondPerson second;

    @Inject
    private SubmitReports reports;

    @Inject
    private GiveNotices notices;

    @Inject
    private HoldRecords holds;

    @Inject
    private WriteComments comments;

    @Inject
    private ManageIntake forms;

    @Inject
    private Intake intake;

    @Inject
    private HandleReports outside;

    @Inject
    private ManageWebhooks webhooks;

    @Inject
    private ChooseMails mails;

    @Inject
    private ManageFeed feed;

    @Inject
    private SetEscalation escalation;

    @Inject
    private AcknowledgeNews acknowledge;

    @Inject
    private TrackDelivery track;

    @Inject
    private Refusals refusals;

    @Inject
    private RecordRefusals recordRefusals;

    @Inject
    private RequestImport imports;

    @Inject
    private IssuePack packs;

    @Inject
    private RunJobs jobs;

    @Inject
    private ManagePeople people;

    @Inject
    private DecideGrants grants;

    @Inject
    private ReviewAccess review;

    @Inject
    private Reviewing reviewing;

    @Inject
    private CloseOrganisation close;

    @Inject
    private Rows rows;

    @Inject
    private Behind behind;

    /**
     * An organisation with a row in every table.
     *
     * @param caller a person of it with all rights
     * @param system one of its AI systems
     */
    record History(Tenant tenant, Caller caller, UUID system) {
        UUID id() {
            return tenant.id();
        }

        /** A key with all rights, bound to its AI system. */
        Caller key() {
            Actor actor = new Actor(Actor.Kind.KEY, UUID.randomUUID());
            return new Caller(id(), actor, "Key", caller.person(), allRights(), system);
        }
    }

    History any() {
        Tenant tenant = tenants.with(Role.ADMINISTRATOR, Role.RISK_ANALYST, Role.COMPLIANCE_OFFICER);
        Caller everything = withAllRights(tenant.person(1));
        UUID system = story.system(tenant);
        run(everything, () -> fill(everything, tenant, system));
        rights(tenant);
        for (String table : rows.ofOrganisations()) {
            assertThat(rows.of(tenant.id()).get(table))
                    .as("there is a new table %s: have Histories put a row into it", table)
                    .isNotEmpty();
        }
        return new History(tenant, everything, system);
    }

    private void fill(Caller everything, Tenant tenant, UUID system) {
        done(webhooks.add(new NewWebhook(NOWHERE, EnumSet.allOf(WebhookEvent.class), "Nobody listens")));
        mails.choose(new MailWishes(true, true, null, 8, ZoneId.of("Europe/Madrid")));
        done(feed.create());
        done(escalation.set(new NewEscalationChain(1, 2, 3, 4, List.of(requireNonNull(everything.person())))));
        Instant anHourAgo = clock.now().minus(Duration.ofHours(1));
        done(targets.add(target(10, clock.now().minus(Duration.ofDays(2)))));
        done(systems.addVersion(system, Story.FIXED_VERSION, anHourAgo, ""));
        done(systems.reportTraffic(system, anHourAgo, anHourAgo.plusSeconds(60), 100, "gateway"));
        done(keys.issue(new NewKey("Machine", 10), KeyKind.MACHINE, system, Role.MACHINE.permissions()));
        done(tokens.issue(new NewKey("Own", 10), Scopes.ALL));
        UUID failure = story.failure(tenant, system, Duration.ofHours(12));
        story.move(
                tenant.somebody(Role.ML_ENGINEER),
                failure,
                Stage.DETECTED,
                clock.now().minus(Duration.ofHours(9)));
        story.walk(tenant, failure, Stage.ANALYSED, Stage.DEPLOYED);
        signalling.send(tenant, system, signalling.signal(UUID.randomUUID().toString(), "again", null));
        UUID open = story.failure(tenant, system, Duration.ofHours(20));
        story.move(
                tenant.somebody(Role.ML_ENGINEER),
                open,
                Stage.DETECTED,
                clock.now().minus(Duration.ofHours(9)));
        acknowledgeWarning(open);
        workAndPause(open);
        done(targets.add(target(12, null)));
        answerAndReport(open);
        mail(tenant);
        refusals.note(everything, "Sample", "rule");
        recordRefusals.record(clock.now().plusSeconds(1));
        refusals.note(everything, "Sample", "rule");
        done(imports.request("rows.csv", csv(), MAPPING.getBytes(StandardCharsets.UTF_8)));
        done(packs.request(new PackRequest(List.of(), null, null, null)));
        reviewing.oneWithADecision(anHourAgo);
        jobs.runWaiting();
    }

    private void acknowledgeWarning(UUID failure) {
        UUID warned = clocks.ofFailure(failure).get(0).clock().id();
        done(acknowledge.acknowledge(warned, ClockChange.WARNED));
    }

    /** A working time, when clocks warn, and a pause of a target that allows it. */
    private void workAndPause(UUID failure) {
        done(clockRules.workingTime(new NewWorkingTime(EnumSet.of(DayOfWeek.MONDAY), "08:00", "16:00", "UTC", "DE")));
        done(clockRules.warnings(new NewWarnings(List.of(70), List.of(1))));
        TargetTerms pausable = new TargetTerms(30, TargetUnit.DAYS, TargetCounting.ELAPSED, PauseReason.THIRD_PARTY);
        Instant from = clock.now().minus(Duration.ofDays(2));
        done(targets.add(new NewTarget(Severity.HIGH, null, Stage.DETECTED, Stage.VERIFIED, pausable, from)));
        // not the watch, which would look at the clocks of all organisations
        advance.advance(List.of(failure));
        done(pauses.pause(failure, new NewPause(PauseReason.THIRD_PARTY, "Acme Models", "asked for the weights")));
    }

    /** Answers that start a clock, a report on it, and a call that it does not apply, which is declined. */
    private void answerAndReport(UUID failure) {
        Map<Fact, Boolean> answers =
                Map.of(Fact.PROVIDER, true, Fact.HIGH_RISK, true, Fact.DEATH, true, Fact.CONTROLLER, true);
        done(facts.ofFailure(
                failure,
                new Facts(answers, Set.of(Jurisdiction.DE), null, Map.of(), Map.of()),
                "as the hospital says"));
        UUID running = clocks.ofFailure(failure).stream()
                .map(FindClocks.ClockStory::clock)
                .filter(RunningClock::isOfRule)
                .findFirst()
                .orElseThrow()
                .id();
        UUID waiver = done(duties.clock(running, "reported by another company"));
        done(second.decline(waiver, "it was not"));
        done(notices.give(
                failure,
                new GiveNotices.NewNotice("", Recipient.IMPORTER, "Port Ltd", clock.now(), "", "by telephone")));
        done(holds.onFailure(failure, "a lawsuit"));
        Upload letter = new Upload("letter.txt", "text/plain", "as sent".getBytes(StandardCharsets.UTF_8));
        done(reports.submit(
                new SubmitReports.NewReport(
                        Set.of(running), ReportKind.INITIAL, clock.now(), "Authority", "A 1", false, ""),
                List.of(letter)));
        done(comments.write(CommentSubject.FAILURE, failure, "the hospital called again", List.of()));
        done(forms.open(null, "For hospitals"));
        UUID form = done(forms.open(null, "For clinics"));
        UUID report = done(intake.report(form, new NewReport(Reporter.DEPLOYER, "", "", "It was wrong", "", "", null)));
        done(outside.known(report, failure, "the same"));
    }

    /** A grant that was declined and one that waits, a review, and an export. */
    private void rights(Tenant tenant) {
        for (int i = 0; i < 2; i++) {
            NewPerson wanted = new NewPerson(UUID.randomUUID() + "@example.org", "Nora", Set.of(Role.AUDITOR));
            done(as(tenant.person(0), () -> people.add(wanted, "")));
        }
        run(tenant.person(2), () -> {
            done(grants.decline(grants.open().get(0).id(), "no need"));
            done(review.signOff(review.list().digest(), "as it should be"));
        });
        run(Caller.operator(tenant.id()), () -> close.exported(Sha256.over(new byte[1]), 1));
    }

    private static NewTarget target(int hours, @org.jspecify.annotations.Nullable Instant from) {
        Stage to = from == null ? Stage.ANALYSED : Stage.DEPLOYED;
        return new NewTarget(Severity.HIGH, Stage.DETECTED, to, hours, TargetUnit.HOURS, from);
    }

    private void mail(Tenant tenant) {
        UUID notification = behind.column(
                        UUID.class,
                        "select id from notification_delivery where organisation_id = ? and channel = 'MAIL'",
                        tenant.id())
                .get(0);
        run(tenant.server(), () -> {
            track.begin(notification);
            track.end(notification, 1, new SendAnswer.Refused(false, "451 later"));
        });
    }

    /** One row that is good, and one that is not. */
    private static byte[] csv() {
        return "id,system,title,detected\n1,Imported,Old,2026-01-05T08:00:00Z\n2,Imported,Bad,never\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Caller withAllRights(Caller person) {
        return new Caller(person.organisationId(), person.actor(), person.name(), person.person(), allRights(), null);
    }

    private static Set<Permission> allRights() {
        return EnumSet.allOf(Permission.class);
    }
}
