package org.fixtrail.web.clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.domain.clock.RunningClock;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.obligation.Jurisdiction;
import org.fixtrail.services.clock.ClockFilter;
import org.fixtrail.services.clock.FindClocks;
import org.fixtrail.services.obligation.ClockQuestion;
import org.fixtrail.services.obligation.PreviewClock;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.services.triage.ShowClock;
import org.fixtrail.services.triage.WaiveDuties;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.PageJson;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.triage.TriageResource;
import org.jspecify.annotations.Nullable;

/** Clocks that run or ran on failures. */
@Path("/clocks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clocks")
public class ClockResource {
    @Inject
    private FindClocks find;

    @Inject
    private PreviewClock preview;

    @Inject
    private ShowClock show;

    @Inject
    private WaiveDuties waive;

    /** A clock in the API; strict, rolled and legal are the three instants of its deadline. */
    public record ClockJson(
            UUID id,
            String failure,
            String failureTitle,
            String system,
            int cycle,
            String obligation,
            ClockState state,
            boolean warned,
            Instant startedAt,
            Instant warnAt,
            Instant strictAt,
            Instant rolledAt,
            Instant legalAt,
            @Nullable Instant metAt,
            @Nullable String rule,
            @Nullable String place) {
        static ClockJson of(FindClocks.ClockRow row) {
            return of(row.clock(), row.failureTitle(), row.systemName());
        }

        static ClockJson of(RunningClock clock, String failureTitle, String system) {
            Jurisdiction place = clock.place();
            return new ClockJson(
                    clock.id(),
                    "F-" + clock.failureId(),
                    failureTitle,
                    system,
                    clock.cycle(),
                    clock.obligation(),
                    clock.state(),
                    clock.warned(),
                    clock.deadline().startedAt(),
                    clock.deadline().warnAt(),
                    clock.deadline().strictAt(),
                    clock.deadline().rolledAt(),
                    clock.deadline().legalAt(),
                    clock.metAt(),
                    clock.terms().ruleId(),
                    place == null ? null : place.code());
        }
    }

    @GET
    @Operation(
            summary = "List clocks by deadline",
            description = "legal=true gives those of laws, standards and codes, legal=false those of targets.")
    public PageJson<ClockJson> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("atRisk") @Nullable Boolean atRisk,
            @QueryParam("system") @Nullable String system,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("legal") @Nullable Boolean legal,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit) {
        ClockState wanted = Params.choice("state", ClockState.class, state);
        ClockFilter filter = new ClockFilter(
                wanted == null ? Set.of() : Set.of(wanted),
                Boolean.TRUE.equals(atRisk),
                Params.idOrNull("system", system),
                Params.choice("severity", Severity.class, severity),
                legal);
        PageRequest page = Params.page(offset, limit);
        return PageJson.of(find.list(filter, page).map(ClockJson::of), page);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Show a clock: why it ends when it ends, what happened to it, and its reports")
    public ClockStoryJson one(@PathParam("id") String id) {
        return ClockStoryJson.of(show.one(Params.id("id", id)));
    }

    @POST
    @Path("{id}/waiver")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Propose that a clock does not apply",
            description = "Holds once a second person confirms the proposal; until then the clock runs.")
    public Response waive(@PathParam("id") String id, TriageResource.@Nullable ReasonJson reason) {
        return Answers.of(
                waive.clock(Params.id("id", id), TriageResource.ReasonJson.of(reason)), TriageResource::recorded);
    }

    @POST
    @Path("{id}/resumption")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let a clock run again that was called not applicable, at once")
    public Response lift(@PathParam("id") String id, TriageResource.@Nullable ReasonJson reason) {
        return Answers.of(
                waive.liftClock(Params.id("id", id), TriageResource.ReasonJson.of(reason)), TriageResource::recorded);
    }

    @GET
    @Path("preview")
    @Operation(
            summary = "Tell when a clock would end, and why",
            description =
                    "By a rule, like AIA-73-3, or by length, unit (h, d, wd, wk, mo) and counting (eu1182, dora, strict)."
                            + " start is local to zone, or has an offset; a time that clocks showed twice is the first."
                            + " calendar is a country's code or COMMISSION, and may be left out where no holiday counts."
                            + " A rule with several limits gives each as if its own event had been at start."
                            + " Nothing is stored.")
    public Response preview(
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("length") @Nullable Integer length,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("counting") @Nullable String counting,
            @QueryParam("start") @Nullable String start,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("calendar") @Nullable String calendar) {
        ClockQuestion question = new ClockQuestion(rule, length, unit, counting, start, zone, calendar);
        return Answers.of(
                preview.preview(question),
                answer -> Response.ok(ClockPreviewJson.of(answer)).build());
    }
}
