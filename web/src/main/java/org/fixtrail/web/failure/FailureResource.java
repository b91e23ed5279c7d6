package org.fixtrail.web.failure;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FailureId;
import org.fixtrail.domain.failure.FailureStatus;
import org.fixtrail.domain.failure.MistakeCategory;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.domain.lag.CycleLags;
import org.fixtrail.domain.lag.Exposure;
import org.fixtrail.domain.lag.Lag;
import org.fixtrail.domain.lag.StagePair;
import org.fixtrail.domain.lag.Traffic;
import org.fixtrail.services.failure.ClassifyFailure;
import org.fixtrail.services.failure.FailureFilter;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.FindFailures;
import org.fixtrail.services.failure.MoveFailure;
import org.fixtrail.services.failure.OpenFailure;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.services.lag.FailureExposure;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.PageJson;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Failures and their transitions. */
@Path("/failures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Failures")
public class FailureResource {
    @Inject
    private FindFailures find;

    @Inject
    private ShowFailure show;

    @Inject
    private OpenFailure open;

    @Inject
    private MoveFailure move;

    @Inject
    private ClassifyFailure classify;

    @Inject
    private FailureExposure exposure;

    /** What was made. */
    public record CreatedJson(String id) {}

    /** A signal that is an occurrence. */
    public record OccurrenceJson(
            UUID id,
            String source,
            String eventId,
            String type,
            Instant occurredAt,
            @Nullable String version,
            @Nullable Integer cycle) {}

    @GET
    @Operation(
            summary = "List failures",
            description = "Sort by title, severity, stage, detectedAt, emergedAt, deployedAt, changedAt or occurrences;"
                    + " with - before the name, descending. Any other name is refused.")
    public PageJson<FailureJson> list(
            @QueryParam("system") @Nullable String system,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("category") @Nullable String category,
            @QueryParam("status") @Nullable String status,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("text") @Nullable String text,
            @QueryParam("imported") @Nullable Boolean imported,
            @QueryParam("contradictory") @Nullable Boolean contradictory,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("sort") @Nullable String sort) {
        FailureFilter filter = new FailureFilter(
                Params.idOrNull("system", system),
                Params.choice("severity", Severity.class, severity),
                Params.choice("category", MistakeCategory.class, category),
                Params.choice("status", FailureStatus.class, status),
                Params.choice("stage", Stage.class, stage),
                Params.text("text", text),
                imported,
                contradictory);
        PageRequest page = Params.page(offset, limit, sort, FindFailures.SORTS);
        return PageJson.of(find.list(filter, page).map(FailureJson::of), page);
    }

    @POST
    @Operation(summary = "Open a failure at EMERGED")
    public Response open(FailureJson.@Nullable New failure) {
        Pages.require(Permission.OPEN_FAILURE);
        if (failure == null || failure.systemId() == null) {
            throw new BadRequest("systemId", "is needed");
        }
        if (failure.emergedAt() == null) {
            throw new BadRequest("emergedAt", "is needed");
        }
        return Answers.of(open.open(failure.wanted(failure.systemId(), failure.emergedAt())), this::created);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Show a failure with its trail, lags and exposure")
    public FailureJson.View one(@PathParam("id") String id) {
        FailureView view = show.one(Params.failureId(id));
        return new FailureJson.View(
                FailureJson.of(view.failure(), view.system()),
                view.current().description(),
                view.current().learningMode(),
                view.current().affectedVersion(),
                view.current().contradictions().lines().toList(),
                TransitionJson.of(view),
                lags(view.lags()),
                exposures(exposure.of(view)),
                view.next());
    }

    @PUT
    @Path("{id}/facts")
    @Operation(
            summary = "Change title, severity, category or kind, with a reason; what was said before stays on record")
    public Response classify(@PathParam("id") String id, FailureJson.@Nullable Facts facts) {
        if (facts == null) {
            throw new BadRequest("body", "is needed");
        }
        return Answers.of(
                classify.classify(
                        Params.failureId(id), facts::over, requireNonNullElse(facts.reason(), ""), facts.version()),
                done -> Response.noContent().build());
    }

    @POST
    @Path("{id}/transitions")
    @Operation(
            summary = "Record that a stage was reached",
            description = "A refusal is a problem document with status 409 that names the rule and says what to do."
                    + " Where version is given and somebody else changed the failure meanwhile, nothing is recorded."
                    + " A confirmed MERGED passes an earlier emergence or detection on to the failure named in into.")
    public Response move(@PathParam("id") String id, TransitionJson.@Nullable New transition) {
        if (transition == null || transition.stage() == null) {
            throw new BadRequest("stage", "is needed");
        }
        return Answers.of(
                move.move(transition.move(Params.failureId(id), transition.stage())), FailureResource::recorded);
    }

    @POST
    @Path("{id}/transitions/{transition}/retraction")
    @Operation(
            summary = "Take a transition back, with a reason",
            description = "With MERGED, the times that the other failure has from this one are set back.")
    public Response retract(
            @PathParam("id") String id,
            @PathParam("transition") String transition,
            TransitionJson.@Nullable Retraction retraction) {
        String reason = retraction == null ? "" : requireNonNullElse(retraction.reason(), "");
        return Answers.of(
                move.retract(Params.failureId(id), Params.id("transition", transition), reason),
                FailureResource::recorded);
    }

    @GET
    @Path("{id}/occurrences")
    @Operation(summary = "List the signals that are occurrences of the failure, newest first")
    public PageJson<OccurrenceJson> occurrences(
            @PathParam("id") String id,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = Params.page(offset, limit);
        return PageJson.of(
                show.occurrences(Params.failureId(id), page)
                        .map(signal -> new OccurrenceJson(
                                signal.id(),
                                signal.source(),
                                signal.eventId(),
                                signal.type(),
                                signal.occurredAt(),
                                signal.version(),
                                signal.cycle())),
                page);
    }

    private Response created(FailureId id) {
        return Response.status(Response.Status.CREATED)
                .entity(new CreatedJson(id.toString()))
                .build();
    }

    private static Response recorded(MoveFailure.Moved moved) {
        return Response.status(Response.Status.CREATED)
                .entity(new TransitionJson.Recorded(
                        moved.transitionId(), moved.stage(), moved.cycle(), moved.proposal()))
                .build();
    }

    private static List<FailureJson.LagJson> lags(Map<Integer, CycleLags> cycles) {
        List<FailureJson.LagJson> all = new ArrayList<>();
        cycles.forEach((cycle, lags) -> java.util.stream.Stream.of(
                        lags.detection(), lags.containment(), lags.adaptation(), lags.verification())
                .flatMap(java.util.Optional::stream)
                .forEach(lag -> all.add(lag(cycle, lag))));
        return all;
    }

    private static FailureJson.LagJson lag(int cycle, Lag lag) {
        return new FailureJson.LagJson(
                cycle, lag.pair().toString(), lag.outcome().name(), lag.length().toSeconds(), lag.start(), lag.end());
    }

    private static List<FailureJson.ExposureJson> exposures(Map<StagePair, Exposure> exposures) {
        return exposures.entrySet().stream()
                .map(entry -> exposure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static FailureJson.ExposureJson exposure(StagePair pair, Exposure exposure) {
        Traffic.Estimated estimated = exposure.traffic() instanceof Traffic.Estimated known ? known : null;
        return new FailureJson.ExposureJson(
                pair.toString(),
                exposure.from(),
                exposure.to(),
                exposure.occurrences(),
                estimated == null ? null : estimated.interactions(),
                estimated == null ? null : estimated.knownShare());
    }
}
