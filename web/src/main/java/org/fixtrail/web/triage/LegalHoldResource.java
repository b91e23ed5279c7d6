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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.access.Outcome;
import org.fixtrail.services.triage.HoldRecords;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Legal holds on failures and AI systems. */
@Path("/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Triage")
public class LegalHoldResource {
    @Inject
    private HoldRecords holds;

    /** What is held: one failure, or an AI system with all its failures. */
    public record NewHoldJson(
            @Nullable String failure,
            @Nullable String system,
            @Nullable String reason) {}

    @POST
    @Operation(
            summary = "Place a legal hold on a failure or on an AI system",
            description =
                    "Holds at once: nothing of it is erased, and the organisation is not deleted, until two people"
                            + " have lifted it. Name either failure or system.")
    public Response place(@Nullable NewHoldJson hold) {
        Pages.require(Permission.WAIVE_DUTY);
        if (hold == null || (hold.failure() == null) == (hold.system() == null)) {
            throw new BadRequest("body", "needs either failure or system");
        }
        String reason = requireNonNullElse(hold.reason(), "");
        Outcome<UUID> placed = hold.failure() == null
                ? holds.onSystem(Params.id("system", requireNonNullElse(hold.system(), "")), reason)
                : holds.onFailure(Params.failureId(hold.failure()), reason);
        return Answers.of(
                placed,
                id -> Response.status(Response.Status.CREATED)
                        .entity(new TriageResource.RecordedJson(id))
                        .build());
    }

    @POST
    @Path("{id}/lifting")
    @Operation(
            summary = "Propose that a legal hold ends",
            description =
                    "It stands until a second person confirms the proposal: POST /triage/proposals/{id}/confirmation.")
    public Response lift(@PathParam("id") String id, TriageResource.@Nullable ReasonJson reason) {
        return Answers.of(
                holds.lift(Params.id("id", id), TriageResource.ReasonJson.of(reason)), TriageResource::recorded);
    }
}
