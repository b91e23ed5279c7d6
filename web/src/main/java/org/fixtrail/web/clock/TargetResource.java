package org.fixtrail.web.clock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.Foreseen;
import org.fixtrail.domain.clock.PauseReason;
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetCounting;
import org.fixtrail.domain.clock.TargetTerms;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.clock.WarningPlan;
import org.fixtrail.domain.counting.HolidayCalendar;
import org.fixtrail.domain.counting.WorkingTime;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.clock.FindTargets;
import org.fixtrail.services.clock.NewTarget;
import org.fixtrail.services.clock.NewWarnings;
import org.fixtrail.services.clock.NewWorkingTime;
import org.fixtrail.services.clock.SetClockRules;
import org.fixtrail.services.clock.SetTargets;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The organisation's own targets. */
@Path("/targets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Targets")
public class TargetResource {
    @Inject
    private FindTargets find;

    @Inject
    private SetTargets set;

    @Inject
    private SetClockRules rules;

    /** A target; of what is sent, id is not read. counting is ELAPSED, and no pause is allowed, unless given. */
    public record TargetJson(
            @Nullable UUID id,
            @Nullable Severity severity,
            @Nullable UUID system,
            @Nullable Stage fromStage,
            @Nullable Stage toStage,
            @Nullable Integer amount,
            @Nullable TargetUnit unit,
            @Nullable TargetCounting counting,
            @Nullable PauseReason pauseFor,
            @Nullable Instant validFrom) {
        static TargetJson of(Target target) {
            TargetTerms terms = target.terms();
            return new TargetJson(
                    target.targetId(),
                    target.severity(),
                    target.systemId(),
                    target.fromStage(),
                    target.toStage(),
                    terms.amount(),
                    terms.unit(),
                    terms.counting(),
                    terms.pauseFor(),
                    target.validFrom());
        }
    }

    /** What a change of a target may change; counting is ELAPSED, and no pause is allowed, unless given. */
    public record TermsJson(
            @Nullable Integer amount,
            @Nullable TargetUnit unit,
            @Nullable TargetCounting counting,
            @Nullable PauseReason pauseFor) {}

    /** What a change would do: how many open clocks move, and how many of them would be missed at once. */
    public record ForeseenJson(int moving, int over) {
        static Response of(Foreseen foreseen) {
            return Response.ok(new ForeseenJson(foreseen.moving(), foreseen.over()))
                    .build();
        }
    }

    /** When the organisation works; until may be 24:00, calendar is left out where no holidays are free. */
    public record WorkingTimeJson(
            @Nullable Set<DayOfWeek> days,
            @Nullable String from,
            @Nullable String until,
            @Nullable String zone,
            @Nullable String calendar) {
        static WorkingTimeJson of(WorkingTime time) {
            String calendar = time.holidays().id();
            return new WorkingTimeJson(
                    time.days(),
                    time.from().toString(),
                    time.until().equals(LocalTime.MIDNIGHT)
                            ? "24:00"
                            : time.until().toString(),
                    time.zone().getId(),
                    calendar.equals(HolidayCalendar.NONE.id()) ? null : calendar);
        }

        NewWorkingTime wanted() {
            return new NewWorkingTime(days == null ? Set.of() : days, from, until, zone, calendar);
        }
    }

    /** When clocks warn: at these shares of the period, in percent, and so many hours before the strict end. */
    public record WarningsJson(
            @Nullable List<Integer> shares, @Nullable List<Integer> hoursBefore) {
        static WarningsJson of(WarningPlan plan) {
            return new WarningsJson(plan.shares(), plan.hoursBefore());
        }
    }

    /** All targets in force. */
    public record TargetListJson(List<TargetJson> items) {}

    /** What was made. */
    public record CreatedJson(UUID id) {}

    @GET
    @Operation(summary = "List the targets in force")
    public TargetListJson list() {
        return new TargetListJson(find.inForce().stream().map(TargetJson::of).toList());
    }

    @POST
    @Operation(summary = "Set a target; clocks start on the failures that it applies to")
    public Response add(@Nullable TargetJson target) {
        Pages.require(Permission.SET_TARGETS);
        if (target == null
                || target.severity() == null
                || target.toStage() == null
                || target.amount() == null
                || target.unit() == null) {
            throw new BadRequest("body", "needs severity, toStage, amount and unit");
        }
        NewTarget wanted = new NewTarget(
                target.severity(),
                target.system(),
                target.fromStage() == null ? Stage.DETECTED : target.fromStage(),
                target.toStage(),
                terms(target.amount(), target.unit(), target.counting(), target.pauseFor()),
                target.validFrom());
        return Answers.of(
                set.add(wanted),
                id -> Response.status(Response.Status.CREATED)
                        .entity(new CreatedJson(id))
                        .build());
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Change a target; open clocks follow, what was met or missed keeps its own",
            description = "POST …/preview tells first how many open clocks would move.")
    public Response change(@PathParam("id") String id, @Nullable TermsJson terms) {
        Pages.require(Permission.SET_TARGETS);
        TargetTerms wanted = terms(terms);
        return Answers.of(
                set.change(Params.id("id", id), wanted),
                done -> Response.noContent().build());
    }

    @POST
    @Path("{id}/preview")
    @Operation(summary = "Tell what a change of a target would do to open clocks; nothing is stored")
    public Response foresee(@PathParam("id") String id, @Nullable TermsJson terms) {
        Pages.require(Permission.SET_TARGETS);
        return Answers.of(set.foresee(Params.id("id", id), terms(terms)), ForeseenJson::of);
    }

    private static TargetTerms terms(@Nullable TermsJson terms) {
        if (terms == null || terms.amount() == null || terms.unit() == null) {
            throw new BadRequest("body", "needs amount and unit");
        }
        return terms(terms.amount(), terms.unit(), terms.counting(), terms.pauseFor());
    }

    private static TargetTerms terms(
            int amount, TargetUnit unit, @Nullable TargetCounting counting, @Nullable PauseReason pauseFor) {
        return new TargetTerms(amount, unit, counting == null ? TargetCounting.ELAPSED : counting, pauseFor);
    }

    @GET
    @Path("working-time")
    @Operation(summary = "Show when the organisation works; without days if nobody stated it")
    public WorkingTimeJson workingTime() {
        return find.workingTime().map(WorkingTimeJson::of).orElse(new WorkingTimeJson(null, null, null, null, null));
    }

    @PUT
    @Path("working-time")
    @Operation(
            summary = "State when the organisation works; open clocks in working time follow",
            description = "POST …/preview tells first how many open clocks would move.")
    public Response stateWorkingTime(@Nullable WorkingTimeJson time) {
        Pages.require(Permission.SET_TARGETS);
        return Answers.of(
                rules.workingTime(wanted(time)), done -> Response.noContent().build());
    }

    @POST
    @Path("working-time/preview")
    @Operation(summary = "Tell what another working time would do to open clocks; nothing is stored")
    public Response foreseeWorkingTime(@Nullable WorkingTimeJson time) {
        Pages.require(Permission.SET_TARGETS);
        return Answers.of(rules.foresee(wanted(time)), ForeseenJson::of);
    }

    private static NewWorkingTime wanted(@Nullable WorkingTimeJson time) {
        return (time == null ? new WorkingTimeJson(null, null, null, null, null) : time).wanted();
    }

    @GET
    @Path("warnings")
    @Operation(summary = "Show when clocks warn")
    public WarningsJson warnings() {
        return WarningsJson.of(find.warnings());
    }

    @PUT
    @Path("warnings")
    @Operation(summary = "Set when clocks warn, those of laws too: 1 to 5 shares of the period, at most 5 times before")
    public Response setWarnings(@Nullable WarningsJson warnings) {
        Pages.require(Permission.SET_TARGETS);
        NewWarnings wanted = new NewWarnings(
                numbers(warnings == null ? null : warnings.shares()),
                numbers(warnings == null ? null : warnings.hoursBefore()));
        return Answers.of(rules.warnings(wanted), done -> Response.noContent().build());
    }

    /** What is null among them is refused as 0 is. */
    private static List<Integer> numbers(@Nullable List<Integer> numbers) {
        return numbers == null
                ? List.of()
                : numbers.stream()
                        .map(number -> Objects.requireNonNullElse(number, 0))
                        .toList();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a target; its running clocks become void")
    public Response end(@PathParam("id") String id) {
        return Answers.of(
                set.end(Params.id("id", id)), done -> Response.noContent().build());
    }
}
