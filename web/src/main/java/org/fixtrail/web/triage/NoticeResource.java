package org.fixtrail.web.triage;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.obligation.Recipient;
import org.fixtrail.services.triage.GiveNotices;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Notices along the supply chain. */
@Path("/notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Triage")
public class NoticeResource {
    @Inject
    private GiveNotices notices;

    /** Somebody who was told; rule is the id of the rule that asks for it, empty where none does. */
    public record NewNoticeJson(
            @Nullable String failure,
            @Nullable String rule,
            @Nullable Recipient recipient,
            @Nullable String name,
            @Nullable Instant sentAt,
            @Nullable String reference,
            @Nullable String note) {}

    @POST
    @Operation(
            summary = "Record that somebody along the supply chain was told of a failure",
            description = "What Articles 20 and 26(5) of the AI Act ask for; reports that answer clocks are recorded"
                    + " as reports. Who is still to be told: GET /triage/failures/{id}/duties.")
    public Response give(@Nullable NewNoticeJson notice) {
        Pages.require(Permission.SUBMIT_REPORT);
        if (notice == null
                || notice.failure() == null
                || notice.recipient() == null
                || notice.name() == null
                || notice.sentAt() == null) {
            throw new BadRequest("body", "needs failure, recipient, name and sentAt");
        }
        GiveNotices.NewNotice wanted = new GiveNotices.NewNotice(
                requireNonNullElse(notice.rule(), ""),
                notice.recipient(),
                notice.name(),
                notice.sentAt(),
                requireNonNullElse(notice.reference(), ""),
                requireNonNullElse(notice.note(), ""));
        return Answers.of(
                notices.give(Params.failureId(notice.failure()), wanted),
                id -> Response.status(Response.Status.CREATED)
                        .entity(new TriageResource.RecordedJson(id))
                        .build());
    }

    @POST
    @Path("{id}/retraction")
    @Operation(summary = "Take back a notice that was recorded by mistake")
    public Response retract(@PathParam("id") String id, TriageResource.@Nullable ReasonJson reason) {
        return Answers.of(
                notices.retract(Params.id("id", id), TriageResource.ReasonJson.of(reason)), TriageResource::recorded);
    }
}
