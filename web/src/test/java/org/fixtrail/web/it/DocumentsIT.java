package org.fixtrail.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixtrail.services.access.CallerContext.as;
import static org.fixtrail.web.it.Outcomes.done;
import static org.fixtrail.web.it.Outcomes.rule;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fixtrail.domain.access.Role;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.clock.Submission;
import org.fixtrail.domain.comment.CommentSubject;
import org.fixtrail.domain.document.Document;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.obligation.Fact;
import org.fixtrail.domain.obligation.Facts;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.services.access.Caller;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.access.NotPermitted;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.comment.FindComments;
import org.fixtrail.services.comment.WriteComments;
import org.fixtrail.services.document.ReadDocument;
import org.fixtrail.services.document.Upload;
import org.fixtrail.services.ledger.CheckLedger;
import org.fixtrail.services.paging.Page;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.prepared.PrepareReport;
import org.fixtrail.services.prepared.PreparedReport;
import org.fixtrail.services.prepared.PreparedReportRenderer;
import org.fixtrail.services.triage.ClockView;
import org.fixtrail.services.triage.ShowClock;
import org.fixtrail.services.triage.StateFacts;
import org.fixtrail.services.triage.SubmitReports;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents at reports, reports prepared from the record, and comments with what is attached to them. */
@ExtendWith(ArquillianExtension.class)
class DocumentsIT {
    private static final Upload LETTER =
            new Upload("C:\\sent\\letter.pdf", "application/pdf", bytes("%PDF-1.7 letter"));

    @Inject
    private StateFacts state;

    @Inject
    private FindClocks find;

    @Inject
    private ShowClock showClock;

    @Inject
    private SubmitReports reports;

    @Inject
    private ReadDocument read;

    @Inject
    private WriteComments write;

    @Inject
    private FindComments comments;

    @Inject
    private PrepareReport prepare;

    @Inject
    private PreparedReportRenderer renderer;

    @Inject
    private CheckLedger check;

    @Inject
    private Tenants tenants;

    @Inject
    private Story story;

    @Inject
    private Behind behind;

    @Inject
    private TestClock clock;

    @Test
    void a_report_carries_its_document_and_the_ledger_covers_its_hash() {
        Tenant tenant = tenant();
        UUID running = running(tenant, failure(tenant));

        done(as(tenant.person(0), () -> reports.submit(report(running), List.of(LETTER))));

        Document kept = onlyDocument(tenant, running);
        assertThat(kept.name()).isEqualTo("letter.pdf");
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        ReadDocument.DocumentFile file = as(tenant.person(1), () -> read.file(kept.id()));
        assertThat(file.content()).isEqualTo(LETTER.content());
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
        Caller stranger = tenants.with(Role.COMPLIANCE_OFFICER).person(0);
        assertThatThrownBy(() -> as(stranger, () -> read.file(kept.id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_same_bytes_are_kept_once_and_other_bytes_under_a_hash_are_refused_by_the_database() {
        Tenant tenant = tenant();
        UUID running = running(tenant, failure(tenant));
        List<UUID> ids = done(as(tenant.person(0), () -> reports.submit(report(running), List.of(LETTER))));

        done(as(tenant.person(0), () -> reports.attach(ids.get(0), LETTER)));

        String stored = "select count(*) from fixtrail.document_content where organisation_id = ?";
        assertThat(behind.count(stored, tenant.id())).isOne();
        assertThatThrownBy(() ->
                        behind.execute("update fixtrail.document_content set content = 'x' where organisation_id = '"
                                + tenant.id() + "'"))
                .hasMessageContaining("check constraint");
    }

    @Test
    void hostile_documents_are_refused_with_what_is_wrong_and_nothing_is_recorded() {
        Tenant tenant = tenant();
        UUID running = running(tenant, failure(tenant));
        List<Upload> hostile = List.of(
                new Upload("", "text/plain", bytes("x")),
                new Upload("../..\\\u202E\u0000", "text/plain", bytes("x")),
                new Upload("empty.txt", "text/plain", new byte[0]),
                new Upload("large.bin", "", new byte[Upload.MOST_BYTES + 1]),
                new Upload("a.txt", "text/html\r\nX-Planted: 1", bytes("x")),
                new Upload("a.pdf", "application/pdf", bytes("<script>")));

        for (Upload upload : hostile) {
            Outcome<List<UUID>> answer = as(tenant.person(0), () -> reports.submit(report(running), List.of(upload)));
            assertThat(((Outcome.Refused<?>) answer).problems())
                    .as(upload.name())
                    .extracting(problem -> problem.field())
                    .contains("document");
        }
        assertThat(as(tenant.person(0), () -> showClock.one(running)).reports()).isEmpty();
    }

    @Test
    void a_report_is_prepared_from_the_record_and_earlier_ones_make_it_a_follow_up() {
        Tenant tenant = tenant();
        UUID running = running(tenant, failure(tenant));

        PreparedReport first = done(as(tenant.person(1), () -> prepare.prepare(running, null)));
        done(as(tenant.person(0), () -> reports.submit(report(running))));
        PreparedReport second = done(as(tenant.person(1), () -> prepare.prepare(running, null)));

        assertThat(first.template().id()).isEqualTo("AIA-73-DRAFT");
        assertThat(first.kind()).isEqualTo(ReportKind.INITIAL);
        assertThat(first.gaps()).isNotEmpty();
        assertThat(second.kind()).isEqualTo(ReportKind.FOLLOW_UP);
        assertThat(second.annex().toString()).contains("Initial, to Bundesnetzagentur, reference AZ 17");
        assertThat(new String(renderer.pdf(first), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(new String(renderer.docx(first), 0, 2, StandardCharsets.US_ASCII))
                .isEqualTo("PK");
    }

    @Test
    void a_comment_is_taken_back_by_its_author_alone_and_stays_on_record() {
        Tenant tenant = tenant();
        UUID failure = failure(tenant);
        UUID comment = done(as(
                tenant.person(0),
                () -> write.write(CommentSubject.FAILURE, failure, "<b>seen</b> again", List.of(LETTER))));

        assertThat(rule(as(tenant.person(2), () -> write.retract(comment, "not mine"))))
                .isEqualTo("author");
        done(as(tenant.person(0), () -> write.retract(comment, "it was another system")));
        assertThat(rule(as(tenant.person(0), () -> write.retract(comment, "again"))))
                .isEqualTo("retracted");

        FindComments.CommentRow row =
                of(tenant, CommentSubject.FAILURE, failure).items().get(0);
        assertThat(row.comment().text()).isEqualTo("<b>seen</b> again");
        assertThat(row.retraction()).isNotNull();
        assertThat(row.documents()).extracting(Document::name).containsExactly("letter.pdf");
        assertThat(as(tenant.server(), () -> check.check()).problem()).isNull();
    }

    @Test
    void comments_on_clocks_and_reports_stand_apart_the_newest_last_and_an_auditor_writes_none() {
        Tenant tenant = tenant();
        UUID running = running(tenant, failure(tenant));
        UUID report = done(as(tenant.person(0), () -> reports.submit(report(running))))
                .get(0);
        for (String text : List.of("one", "two", "three")) {
            done(as(tenant.person(0), () -> write.write(CommentSubject.CLOCK, running, text, List.of())));
        }
        done(as(tenant.person(0), () -> write.write(CommentSubject.REPORT, report, "received", List.of())));

        Page<FindComments.CommentRow> last = as(
                tenant.person(1), () -> comments.of(CommentSubject.CLOCK, running, new PageRequest(1, 2, null, true)));
        assertThat(last.total()).isEqualTo(3);
        assertThat(last.items()).extracting(row -> row.comment().text()).containsExactly("two", "three");
        assertThat(of(tenant, CommentSubject.REPORT, report).total()).isOne();
        assertThat(rule(as(tenant.person(0), () -> write.write(CommentSubject.CLOCK, running, " ", List.of()))))
                .isEqualTo("invalid-fields");
        assertThatThrownBy(() ->
                        as(tenant.person(1), () -> write.write(CommentSubject.CLOCK, running, "I think", List.of())))
                .isInstanceOf(NotPermitted.class);
    }

    private Page<FindComments.CommentRow> of(Tenant tenant, CommentSubject subject, UUID id) {
        return as(tenant.person(1), () -> comments.of(subject, id, PageRequest.first(20)));
    }

    private Document onlyDocument(Tenant tenant, UUID running) {
        ClockView view = as(tenant.person(1), () -> showClock.one(running));
        Submission report = view.reports().get(0);
        assertThat(view.documents(report)).hasSize(1);
        return view.documents(report).get(0);
    }

    private Tenant tenant() {
        return tenants.with(Role.COMPLIANCE_OFFICER, Role.AUDITOR, Role.ML_ENGINEER);
    }

    private UUID failure(Tenant tenant) {
        UUID failure = story.failure(tenant, Duration.ofDays(2));
        Instant detected = clock.now().minus(Duration.ofHours(20));
        story.move(tenant.somebody(Role.ML_ENGINEER), failure, Stage.DETECTED, detected);
        Map<Fact, Boolean> answers = Map.of(Fact.DEATH, true, Fact.PROVIDER, true, Fact.HIGH_RISK, true);
        Facts facts = new Facts(answers, Set.of(Jurisdiction.DE), null, Map.of(), Map.of());
        done(as(tenant.person(0), () -> state.ofFailure(failure, facts, "first look")));
        return failure;
    }

    private UUID running(Tenant tenant, UUID failure) {
        return as(tenant.person(0), () -> find.ofFailure(failure)).stream()
                .map(FindClocks.ClockStory::clock)
                .filter(RunningClock::isOfRule)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private SubmitReports.NewReport report(UUID clockId) {
        return new SubmitReports.NewReport(
                Set.of(clockId), ReportKind.INITIAL, clock.now(), "Bundesnetzagentur", "AZ 17", false, "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
