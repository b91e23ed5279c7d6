package org.fixtrail.web.triage;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.services.triage.SecondPerson;
import org.fixtrail.services.triage.ShowDuties;
import org.fixtrail.services.triage.ShowTriage;
import org.fixtrail.services.triage.StateFacts;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The answers that decide which legal clocks run. */
@Path("/triage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Triage")
public class TriageResource {
    @Inject
    private ShowTriage show;

    @Inject
    private ShowDuties duties;

    @Inject
    private StateFacts state;

    @Inject
    private SecondPerson second;

    /** What was recorded; waits says that a second person must confirm it. */
    public record StatedJson(UUID id, boolean waits) {}

    /** What was recorded. */
    public record RecordedJson(UUID id) {}

    /** Why. */
    public record ReasonJson(@Nullable String reason) {
        /** Empty where nothing is given. */
        public static String of(@Nullable ReasonJson body) {
            return body == null ? "" : requireNonNullElse(body.reason(), "");
        }
    }

    @GET
    @Path("failures/{id}")
    @Operation(
            summary =
                    "Show the answers on a failure, the clocks that they start, and why each other rule does not apply",
            description = "A rule's standing: RUNS, AT_ONCE (a duty without a number of days), NOT_STARTED, OPEN"
                    + " (unanswered questions decide), NOT_APPLICABLE, WAIVED.")
    public TriageJson ofFailure(@PathParam("id") String id) {
        return TriageJson.of(show.of(Params.failureId(id)));
    }

    @PUT
    @Path("failures/{id}")
    @Operation(
            summary = "Answer the questions on the current cycle of a failure",
            description =
                    "All answers; they take the place of those before, which stay on record. What is left open comes"
                            + " from the profiles. Answers that take a clock away or let one end later wait for a second person.")
    public Response ofFailure(@PathParam("id") String id, @Nullable FactsJson facts) {
        Pages.require(Permission.STATE_FACTS);
        FactsJson body = needed(facts);
        return Answers.of(
                state.ofFailure(Params.failureId(id), body.facts(), requireNonNullElse(body.reason(), "")),
                stated -> Response.ok(new StatedJson(stated.sheet(), stated.waits()))
                        .build());
    }

    @POST
    @Path("failures/{id}/preview")
    @Operation(summary = "Tell what would follow from other answers; nothing is stored")
    public TriageJson preview(@PathParam("id") String id, @Nullable FactsJson facts) {
        Pages.require(Permission.VIEW_RECORD);
        return TriageJson.of(show.preview(Params.failureId(id), needed(facts).facts()));
    }

    @GET
    @Path("failures/{id}/duties")
    @Operation(
            summary =
                    "Show who along the supply chain was told of a failure and who was not, and the legal holds on it")
    public DutiesJson duties(@PathParam("id") String id) {
        return DutiesJson.of(duties.of(Params.failureId(id)));
    }

    @GET
    @Path("systems/{id}")
    @Operation(summary = "Show what failures of an AI system begin with")
    public FactsJson ofSystem(@PathParam("id") String id) {
        return FactsJson.of(show.ofSystem(Params.id("id", id)));
    }

    @PUT
    @Path("systems/{id}")
    @Operation(summary = "Set what failures of an AI system begin with; no clock that runs is moved")
    public Response ofSystem(@PathParam("id") String id, @Nullable FactsJson facts) {
        Pages.require(Permission.STATE_FACTS);
        FactsJson body = needed(facts);
        return Answers.of(
                state.ofSystem(Params.id("id", id), body.facts(), requireNonNullElse(body.reason(), "")),
                TriageResource::recorded);
    }

    @GET
    @Path("organisation")
    @Operation(summary = "Show what failures of all AI systems begin with")
    public FactsJson ofOrganisation() {
        return FactsJson.of(show.ofOrganisation());
    }

    @PUT
    @Path("organisation")
    @Operation(summary = "Set what failures of all AI systems begin with; no clock that runs is moved")
    public Response ofOrganisation(@Nullable FactsJson facts) {
        Pages.require(Permission.STATE_FACTS);
        FactsJson body = needed(facts);
        return Answers.of(
                state.ofOrganisation(body.facts(), requireNonNullElse(body.reason(), "")), TriageResource::recorded);
    }

    @POST
    @Path("proposals/{id}/confirmation")
    @Operation(
            summary = "Confirm, as the second person, answers or a waiver that wait",
            description = "Refused to who proposed it and to anybody bound to them by a substitution.")
    public Response confirm(@PathParam("id") String id) {
        return Answers.of(second.confirm(Params.id("id", id)), TriageResource::recorded);
    }

    @POST
    @Path("proposals/{id}/rejection")
    @Operation(summary = "Decline answers or a waiver that wait, or take back one's own")
    public Response decline(@PathParam("id") String id, @Nullable ReasonJson reason) {
        return Answers.of(second.decline(Params.id("id", id), ReasonJson.of(reason)), TriageResource::recorded);
    }

    /** Answers what was recorded. */
    public static Response recorded(UUID id) {
        return Response.ok(new RecordedJson(id)).build();
    }

    private static FactsJson needed(@Nullable FactsJson facts) {
        if (facts == null) {
            throw new BadRequest("body", "is needed");
        }
        return facts;
    }
}
