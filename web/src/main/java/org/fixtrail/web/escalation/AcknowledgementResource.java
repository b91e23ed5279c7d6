package org.fixtrail.web.escalation;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.clock.ClockChange;
import org.fixtrail.domain.escalation.EscalationEnd;
import org.fixtrail.domain.escalation.EscalationStep;
import org.fixtrail.services.escalation.AcknowledgeNews;
import org.fixtrail.services.escalation.EscalationView;
import org.fixtrail.services.escalation.FindEscalations;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.Params;
import org.jspecify.annotations.Nullable;

/** How far news of a clock went up, and acknowledging it. */
@Path("/clocks/{id}/acknowledgements")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Escalation")
public class AcknowledgementResource {
    @Inject
    private FindEscalations find;

    @Inject
    private AcknowledgeNews acknowledge;

    /** One news of a clock; ended is null as long as it waits for an acknowledgement. */
    public record NewsJson(
            ClockChange news,
            Instant since,
            EscalationStep told,
            @Nullable Instant nextAt,
            @Nullable EscalationEnd ended,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt) {
        static NewsJson of(EscalationView view) {
            return new NewsJson(
                    view.news(),
                    view.since(),
                    view.step(),
                    view.dueAt(),
                    view.ended(),
                    view.by(),
                    view.acknowledgedAt());
        }
    }

    /** The newest first. */
    public record NewsListJson(List<NewsJson> items) {}

    /** What was seen: WARNED, OVERDUE or BREACHED. */
    public record SeenJson(@Nullable ClockChange news) {}

    @GET
    @Operation(summary = "List warnings and misses of a clock with how far they went up and who acknowledged them")
    public NewsListJson list(@PathParam("id") String id) {
        return new NewsListJson(
                find.ofClock(Params.id("id", id)).stream().map(NewsJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Acknowledge the news of a clock, so that it goes up no further",
            description =
                    "news is what was seen: WARNED, OVERDUE or BREACHED. Refused if the clock has other news by now.")
    public Response acknowledge(@PathParam("id") String id, @Nullable SeenJson seen) {
        if (seen == null || seen.news() == null) {
            throw new BadRequest("news", "must be WARNED, OVERDUE or BREACHED");
        }
        return Answers.of(
                acknowledge.acknowledge(Params.id("id", id), seen.news()),
                done -> Response.noContent().build());
    }
}
