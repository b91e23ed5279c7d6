package org.fixtrail.web.triage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.clock.ClockState;
import org.fixtrail.services.triage.AdoptRules;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Rule packs of the organisation's own, and new editions of all. */
@Path("/rule-packs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Clocks")
public class RulePackResource {
    @Inject
    private AdoptRules adopt;

    /** A pack, as the text of its YAML file. */
    public record PackJson(@Nullable String yaml) {}

    /** Packs of which clocks run under an older edition. */
    public record EditionListJson(List<EditionJson> items) {}

    /** What would change if the clocks followed; complete is false if there are more clocks than were looked at. */
    public record EditionJson(String pack, String edition, long clocks, boolean complete, List<ChangeJson> changes) {
        static EditionJson of(AdoptRules.NewEdition edition) {
            return new EditionJson(
                    edition.pack().id(),
                    edition.pack().edition(),
                    edition.clocks(),
                    edition.complete(),
                    edition.changes().stream().map(ChangeJson::of).toList());
        }
    }

    /** One clock, as it is and as it would be. */
    public record ChangeJson(
            UUID clock, String failure, ClockState state, Instant legalAt, ClockState thenState, Instant thenLegalAt) {
        static ChangeJson of(AdoptRules.Change change) {
            return new ChangeJson(
                    change.clock().id(),
                    "F-" + change.clock().failureId(),
                    change.clock().state(),
                    change.clock().legalAt(),
                    change.then().state(),
                    change.then().deadline().legalAt());
        }
    }

    @POST
    @Operation(
            summary = "Take a rule pack of the organisation's own into use",
            description =
                    "For new clocks, and at once on failures whose questions were answered. A changed text needs a"
                            + " new edition; clocks that run keep theirs.")
    public Response add(@Nullable PackJson pack) {
        Pages.require(Permission.MANAGE_RULES);
        if (pack == null || pack.yaml() == null) {
            throw new BadRequest("yaml", "is needed");
        }
        return Answers.of(adopt.adopt(pack.yaml().getBytes(StandardCharsets.UTF_8)), TriageResource::recorded);
    }

    @GET
    @Path("editions")
    @Operation(summary = "List the packs of which clocks run under an older edition, and what would change")
    public EditionListJson editions() {
        return new EditionListJson(
                adopt.newEditions().stream().map(EditionJson::of).toList());
    }

    /** Which pack. */
    public record FollowJson(@Nullable String pack) {}

    @POST
    @Path("editions")
    @Operation(summary = "Let the clocks that run follow the edition of a pack that is in use")
    public Response follow(@Nullable FollowJson follow) {
        Pages.require(Permission.MANAGE_RULES);
        if (follow == null || follow.pack() == null) {
            throw new BadRequest("pack", "is needed");
        }
        return Answers.of(adopt.follow(follow.pack()), TriageResource::recorded);
    }
}
