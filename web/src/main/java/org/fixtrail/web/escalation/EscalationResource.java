package org.fixtrail.web.escalation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.escalation.EscalationPlan;
import org.fixtrail.services.escalation.NewEscalationChain;
import org.fixtrail.services.escalation.SetEscalation;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The chain that news of clocks goes up until somebody acknowledges it. */
@Path("/escalation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Escalation")
public class EscalationResource {
    @Inject
    private SetEscalation setEscalation;

    /** The chain: hours without an acknowledgement, 0 for at once. */
    public record ChainJson(
            @Nullable Integer warnedTeamHours,
            @Nullable Integer warnedExecutiveHours,
            @Nullable Integer missedTeamHours,
            @Nullable Integer missedExecutiveHours,
            @Nullable List<UUID> executives) {
        static ChainJson of(EscalationPlan plan) {
            return new ChainJson(
                    plan.warned().team(),
                    plan.warned().executives(),
                    plan.missed().team(),
                    plan.missed().executives(),
                    plan.executives());
        }
    }

    @GET
    @Operation(summary = "Show the escalation chain in force")
    public ChainJson chain() {
        return ChainJson.of(setEscalation.chain().plan());
    }

    @PUT
    @Operation(
            summary = "Set the escalation chain",
            description =
                    "Hours from 0 to 720 until the team is told after the owner, and the executives after the team;"
                            + " executives are ids of people.")
    public Response set(@Nullable ChainJson chain) {
        Pages.require(Permission.SET_TARGETS);
        if (chain == null
                || chain.warnedTeamHours() == null
                || chain.warnedExecutiveHours() == null
                || chain.missedTeamHours() == null
                || chain.missedExecutiveHours() == null
                || chain.executives() == null) {
            throw new BadRequest(
                    "body",
                    "needs warnedTeamHours, warnedExecutiveHours, missedTeamHours, missedExecutiveHours and executives");
        }
        NewEscalationChain wanted = new NewEscalationChain(
                chain.warnedTeamHours(),
                chain.warnedExecutiveHours(),
                chain.missedTeamHours(),
                chain.missedExecutiveHours(),
                chain.executives());
        return Answers.of(
                setEscalation.set(wanted),
                plan -> Response.ok(ChainJson.of(plan)).build());
    }
}
