package org.fixtrail.web.intake;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureKind;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.intake.OutsideReport;
import org.fixtrail.domain.intake.ReportDecision;
import org.fixtrail.domain.intake.ReportOutcome;
import org.fixtrail.domain.intake.Reporter;
import org.fixtrail.services.intake.HandleReports;
import org.fixtrail.services.intake.ManageIntake;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.triage.TriageResource.ReasonJson;
import org.jspecify.annotations.Nullable;

/** What people outside reported, what became of it, and the forms by which they do. */
@Path("/outside-reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Reports from outside")
public class OutsideReportResource {
    private static final int NEWEST = 200;

    @Inject
    private HandleReports reports;

    @Inject
    private ManageIntake forms;

    /** One report; outcome is null while nothing was decided, and proposal names what waits for a second person. */
    public record ReportJson(
            UUID id,
            Instant receivedAt,
            @Nullable UUID system,
            Reporter reporter,
            String name,
            String contact,
            String title,
            String description,
            String version,
            @Nullable Instant happenedAt,
            @Nullable ReportOutcome outcome,
            @Nullable String failure,
            @Nullable UUID proposal) {

        static ReportJson of(OutsideReport report, HandleReports.@Nullable ReportView view) {
            ReportDecision decision =
                    view == null || !view.decided() ? null : view.decision().orElse(null);
            UUID failure = decision == null ? null : decision.failureId();
            return new ReportJson(
                    report.id(),
                    report.recordedAt(),
                    report.systemId(),
                    report.reporter(),
                    report.name(),
                    report.contact(),
                    report.title(),
                    report.description(),
                    report.version(),
                    report.happenedAt(),
                    decision == null ? null : decision.outcome(),
                    failure == null ? null : new FailureId(failure).toString(),
                    view == null ? null : view.waiting().map(ReportDecision::id).orElse(null));
        }
    }

    /** A form that is open; system is null for any. */
    public record FormJson(UUID id, @Nullable UUID system, String label, String address) {}

    /** A form to open; without system it is about any. */
    public record NewFormJson(
            @Nullable UUID system, @Nullable String label) {}

    /** How a failure begins; system is needed where the form is about none. */
    public record OpeningJson(
            @Nullable UUID system,
            @Nullable Severity severity,
            @Nullable FailureKind kind) {}

    /** The failure that it is about. */
    public record KnownJson(
            @Nullable String failure, @Nullable String reason) {}

    /** What was recorded. */
    public record IdJson(String id) {}

    @GET
    @Operation(summary = "List the reports that wait, the newest first", description = "At most 200.")
    public List<ReportJson> waiting() {
        return reports.list(true, PageRequest.first(NEWEST)).items().stream()
                .map(report -> ReportJson.of(report, null))
                .toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Show a report and what became of it")
    public ReportJson one(@PathParam("id") String id) {
        HandleReports.ReportView view = reports.one(Params.id("id", id));
        return ReportJson.of(view.report(), view);
    }

    @POST
    @Path("{id}/failure")
    @Operation(
            summary = "Open a failure for a report",
            description = "It is detected at the moment at which the report came in, which starts the clocks.")
    public Response open(@PathParam("id") String id, @Nullable OpeningJson opening) {
        Pages.require(Permission.OPEN_FAILURE);
        if (opening == null || opening.severity() == null || opening.kind() == null) {
            throw new BadRequest("body", "needs severity and kind");
        }
        return Answers.of(
                reports.openFailure(Params.id("id", id), opening.system(), opening.severity(), opening.kind()),
                failure -> created(failure.toString()));
    }

    @POST
    @Path("{id}/known")
    @Operation(summary = "Say that a report is about a failure that is known")
    public Response known(@PathParam("id") String id, @Nullable KnownJson known) {
        Pages.require(Permission.OPEN_FAILURE);
        if (known == null || known.failure() == null) {
            throw new BadRequest("body", "needs failure");
        }
        return Answers.of(
                reports.known(
                        Params.id("id", id), Params.failureId(known.failure()), requireNonNullElse(known.reason(), "")),
                done -> created(done.toString()));
    }

    @POST
    @Path("{id}/rejection")
    @Operation(
            summary = "Propose that a report is about no failure",
            description = "A second person confirms it: POST /triage/proposals/{id}/confirmation. Until then it waits.")
    public Response decline(@PathParam("id") String id, @Nullable ReasonJson reason) {
        return Answers.of(
                reports.decline(Params.id("id", id), ReasonJson.of(reason)), proposal -> created(proposal.toString()));
    }

    @GET
    @Path("forms")
    @Operation(summary = "List the forms by which people outside report")
    public List<FormJson> forms() {
        return forms.list().stream()
                .map(form -> new FormJson(form.id(), form.systemId(), form.label(), form.address()))
                .toList();
    }

    @POST
    @Path("forms")
    @Operation(summary = "Open a form by which people outside report", description = "At /report.xhtml?to={id}.")
    public Response openForm(@Nullable NewFormJson form) {
        Pages.require(Permission.MANAGE_SYSTEMS);
        if (form == null || form.label() == null) {
            throw new BadRequest("body", "needs label");
        }
        return Answers.of(forms.open(form.system(), form.label()), address -> created(address.toString()));
    }

    @DELETE
    @Path("forms/{address}")
    @Operation(summary = "Close a form; what was reported stays")
    public Response closeForm(@PathParam("address") String address) {
        return Answers.of(
                forms.close(Params.id("address", address)),
                done -> Response.noContent().build());
    }

    private static Response created(String id) {
        return Response.status(Response.Status.CREATED).entity(new IdJson(id)).build();
    }
}
