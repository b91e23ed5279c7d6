package org.fixtrail.web.clock;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.fixtrail.domain.clock.ClockPause;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.services.pause.NewPause;
import org.fixtrail.services.pause.PauseClocks;
import org.fixtrail.services.pause.PauseView;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.triage.TriageResource;
import org.jspecify.annotations.Nullable;

/** Pauses of the clocks of a failure's targets. */
@Path("/pauses/{failure}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clocks")
public class PauseResource {
    @Inject
    private PauseClocks clocks;

    /** A pause that begins, or the end of one: then party is that of the pause, and at when what was waited for came. */
    public record PauseJson(
            @Nullable UUID id,
            int cycle,
            PauseReason reason,
            boolean resumed,
            String party,
            Instant at,
            Instant recordedAt,
            String note) {
        static PauseJson of(ClockPause act) {
            return new PauseJson(
                    act.id(),
                    act.cycle(),
                    act.reason(),
                    act.resumed(),
                    act.party(),
                    act.at(),
                    act.recordedAt(),
                    act.note());
        }
    }

    /** The pauses of a failure: all on record, in order; those that last; and the reasons for which a clock could pause. */
    public record PausesJson(List<PauseJson> items, List<PauseReason> lasting, List<PauseReason> allowed) {
        static PausesJson of(PauseView view) {
            return new PausesJson(
                    view.acts().stream().map(PauseJson::of).toList(),
                    view.lasting().stream().map(pause -> pause.reason()).toList(),
                    view.allowed());
        }
    }

    /** A pause to begin. */
    public record NewPauseJson(
            @Nullable PauseReason reason,
            @Nullable String party,
            @Nullable String note) {}

    /** The end of a pause; at is now unless given. */
    public record ResumptionJson(
            @Nullable PauseReason reason,
            @Nullable Instant at,
            @Nullable String note) {}

    @GET
    @Operation(summary = "Show the pauses of a failure's targets")
    public PausesJson of(@PathParam("failure") String failure) {
        return PausesJson.of(clocks.of(Params.failureId(failure)));
    }

    @POST
    @Operation(
            summary = "Pause the clocks of a failure's targets, where these allow the reason",
            description =
                    "From now on: a pause cannot be dated back. Names who has to act. Legal clocks never pause, and a"
                            + " clock that is over stays so.")
    public Response pause(@PathParam("failure") String failure, @Nullable NewPauseJson pause) {
        Pages.require(Permission.CLASSIFY_FAILURE);
        NewPauseJson body = requireNonNullElse(pause, new NewPauseJson(null, null, null));
        NewPause wanted =
                new NewPause(body.reason(), requireNonNullElse(body.party(), ""), requireNonNullElse(body.note(), ""));
        return Answers.of(clocks.pause(Params.failureId(failure), wanted), TriageResource::recorded);
    }

    @POST
    @Path("resumption")
    @Operation(
            summary = "Let the clocks run again; deadlines move by what the pause lasted",
            description = "at may lie in the past, from the begin of the pause on.")
    public Response resume(@PathParam("failure") String failure, @Nullable ResumptionJson resumption) {
        Pages.require(Permission.CLASSIFY_FAILURE);
        ResumptionJson body = requireNonNullElse(resumption, new ResumptionJson(null, null, null));
        return Answers.of(
                clocks.resume(Params.failureId(failure), body.reason(), body.at(), requireNonNullElse(body.note(), "")),
                TriageResource::recorded);
    }
}
