package org.fixtrail.web.triage;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.obligation.ClockRule;
import org.fixtrail.services.triage.FindRules;
import org.fixtrail.services.triage.FindRules.RuleInUse;
import org.fixtrail.services.triage.WaiveDuties;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** The rules of laws, standards and codes that the organisation uses. */
@Path("/rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clocks")
public class RuleResource {
    @Inject
    private FindRules find;

    @Inject
    private WaiveDuties waive;

    /** A rule; proposal is that to call it not applicable, while a second person has not decided. */
    public record RuleJson(
            String id,
            String group,
            String title,
            String pack,
            String edition,
            String article,
            URI address,
            String confidence,
            String addressee,
            boolean reminder,
            boolean waived,
            @Nullable UUID proposal) {
        static RuleJson of(RuleInUse rule) {
            ClockRule of = rule.entry().rule();
            return new RuleJson(
                    of.id(),
                    of.group(),
                    of.title(),
                    rule.entry().edition().pack().id(),
                    rule.entry().edition().pack().edition(),
                    of.source().article(),
                    of.source().address(),
                    of.source().confidence().code(),
                    of.addressee().label(),
                    of.isReminder(),
                    rule.waived(),
                    rule.last() != null && rule.waiting() ? rule.last().id() : null);
        }
    }

    /** All rules. */
    public record RuleListJson(List<RuleJson> items) {}

    @GET
    @Operation(summary = "List the rules in use")
    public RuleListJson list() {
        return new RuleListJson(find.inUse().rules().stream().map(RuleJson::of).toList());
    }

    /** Which rule, and why. */
    public record CallJson(@Nullable String rule, @Nullable String reason) {}

    @POST
    @Path("waivers")
    @Operation(
            summary = "Propose that a rule does not apply to the organisation",
            description = "Holds once a second person confirms the proposal; until then its clocks run.")
    public Response waive(@Nullable CallJson call) {
        Pages.require(Permission.WAIVE_DUTY);
        return Answers.of(waive.rule(rule(call), reason(call)), TriageResource::recorded);
    }

    @POST
    @Path("resumptions")
    @Operation(summary = "Let a rule apply again, at once")
    public Response lift(@Nullable CallJson call) {
        Pages.require(Permission.WAIVE_DUTY);
        return Answers.of(waive.liftRule(rule(call), reason(call)), TriageResource::recorded);
    }

    private static String rule(@Nullable CallJson call) {
        if (call == null || call.rule() == null) {
            throw new BadRequest("rule", "is needed");
        }
        return call.rule();
    }

    private static String reason(@Nullable CallJson call) {
        return call == null ? "" : requireNonNullElse(call.reason(), "");
    }
}
