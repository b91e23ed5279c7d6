package org.fixtrail.web.triage;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ReportKind;
import org.fixtrail.services.triage.SubmitReports;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.document.Uploads;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Reports that answer clocks. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clocks")
public class ReportResource {
    @Inject
    private SubmitReports submit;

    /** A report that went out; clocks are those of one failure that it answers. */
    public record NewReportJson(
            @Nullable List<@Nullable UUID> clocks,
            @Nullable ReportKind kind,
            @Nullable Instant submittedAt,
            @Nullable String addressee,
            @Nullable String reference,
            @Nullable Boolean complete,
            @Nullable String note) {}

    /** One id for each clock. */
    public record SubmittedJson(List<UUID> ids) {}

    @POST
    @Operation(
            summary = "Record a report that went to the addressee of clocks",
            description = "INITIAL, COMBINED and FINAL meet a clock, even if incomplete; FOLLOW_UP does not.")
    public Response submit(@Nullable NewReportJson report) {
        Pages.require(Permission.SUBMIT_REPORT);
        if (report == null
                || report.clocks() == null
                || report.kind() == null
                || report.submittedAt() == null
                || report.addressee() == null) {
            throw new BadRequest("body", "needs clocks, kind, submittedAt and addressee");
        }
        Set<UUID> clocks = new HashSet<>();
        for (UUID clock : report.clocks()) {
            if (clock == null) {
                throw new BadRequest("clocks", "must be ids of clocks");
            }
            clocks.add(clock);
        }
        SubmitReports.NewReport wanted = new SubmitReports.NewReport(
                clocks,
                report.kind(),
                report.submittedAt(),
                report.addressee(),
                requireNonNullElse(report.reference(), ""),
                Boolean.TRUE.equals(report.complete()),
                requireNonNullElse(report.note(), ""));
        return Answers.of(
                submit.submit(wanted),
                ids -> Response.status(Response.Status.CREATED)
                        .entity(new SubmittedJson(ids))
                        .build());
    }

    @POST
    @Path("{id}/documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Attach a document to a report: what was handed in, or what came back",
            description = "multipart/form-data with the one part document, of at most 20 MiB, with a file name and a"
                    + " media type. The ledger keeps its SHA-256.")
    public Response attach(@PathParam("id") String id, List<EntityPart> parts) throws IOException {
        Pages.require(Permission.SUBMIT_REPORT);
        return Answers.of(
                submit.attach(Params.id("id", id), Uploads.one(parts)),
                document -> Response.status(Response.Status.CREATED)
                        .entity(new TriageResource.RecordedJson(document))
                        .build());
    }

    @POST
    @Path("{id}/retraction")
    @Operation(summary = "Take back a report that was recorded by mistake; the clock runs again")
    public Response retract(@PathParam("id") String id, TriageResource.@Nullable ReasonJson reason) {
        return Answers.of(
                submit.retract(Params.id("id", id), TriageResource.ReasonJson.of(reason)), TriageResource::recorded);
    }
}
