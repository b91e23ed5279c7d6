package org.fixtrail.web.clock;

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
import org.fixtrail.domain.clock.Target;
import org.fixtrail.domain.clock.TargetUnit;
import org.fixtrail.domain.failure.Severity;
import org.fixtrail.domain.failure.Stage;
import org.fixtrail.services.clock.FindTargets;
import org.fixtrail.services.clock.NewTarget;
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

    /** A target; of what is sent, id is not read. */
    public record TargetJson(
            @Nullable UUID id,
            @Nullable Severity severity,
            @Nullable Stage fromStage,
            @Nullable Stage toStage,
            @Nullable Integer amount,
            @Nullable TargetUnit unit,
            @Nullable Instant validFrom) {
        static TargetJson of(Target target) {
            return new TargetJson(
                    target.targetId(),
                    target.severity(),
                    target.fromStage(),
                    target.toStage(),
                    target.amount(),
                    target.unit(),
                    target.validFrom());
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
                target.fromStage() == null ? Stage.DETECTED : target.fromStage(),
                target.toStage(),
                target.amount(),
                target.unit(),
                target.validFrom());
        return Answers.of(
                set.add(wanted),
                id -> Response.status(Response.Status.CREATED)
                        .entity(new CreatedJson(id))
                        .build());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a target; its running clocks become void")
    public Response end(@PathParam("id") String id) {
        return Answers.of(
                set.end(Params.id("id", id)), done -> Response.noContent().build());
    }
}
