package org.fixtrail.web.comment;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.comment.CommentSubject;
import org.fixtrail.services.comment.FindComments;
import org.fixtrail.services.comment.WriteComments;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.api.Answers;
import org.fixtrail.web.api.BadRequest;
import org.fixtrail.web.api.PageJson;
import org.fixtrail.web.api.Params;
import org.fixtrail.web.document.Uploads;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.triage.TriageResource;
import org.jspecify.annotations.Nullable;

/** Comments on failures, clocks and reports. */
@Path("/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Comments")
public class CommentResource {
    @Inject
    private FindComments find;

    @Inject
    private WriteComments write;

    /** A comment to record, on one failure, clock or report. */
    public record NewCommentJson(
            @Nullable String failure,
            @Nullable String clock,
            @Nullable String report,
            @Nullable String text) {}

    /** What was recorded. */
    public record CreatedJson(UUID id) {}

    /** What comments are about, as a caller names it. */
    private record About(CommentSubject subject, UUID id) {
        static About of(@Nullable String failure, @Nullable String clock, @Nullable String report) {
            if (Stream.of(failure, clock, report)
                            .filter(text -> !requireNonNullElse(text, "").isEmpty())
                            .count()
                    != 1) {
                throw new BadRequest("failure", "name one failure, clock or report");
            }
            UUID id = Params.failureIdOrNull("failure", failure);
            if (id != null) {
                return new About(CommentSubject.FAILURE, id);
            }
            id = Params.idOrNull("clock", clock);
            return id != null
                    ? new About(CommentSubject.CLOCK, id)
                    : new About(CommentSubject.REPORT, Params.id("report", requireNonNullElse(report, "")));
        }
    }

    @GET
    @Operation(
            summary = "List comments on a failure, clock or report, the newest last",
            description =
                    "Name one of failure, clock and report. Comments that were taken back are among them, marked.")
    public PageJson<CommentJson> list(
            @QueryParam("failure") @Nullable String failure,
            @QueryParam("clock") @Nullable String clock,
            @QueryParam("report") @Nullable String report,
            @QueryParam("offset") @Nullable Integer offset,
            @QueryParam("limit") @Nullable Integer limit) {
        PageRequest page = Params.page(offset, limit);
        About about = About.of(failure, clock, report);
        return PageJson.of(find.of(about.subject(), about.id(), page).map(CommentJson::of), page);
    }

    @POST
    @Operation(
            summary = "Comment on a failure, clock or report",
            description = "Name one of failure, clock and report. text is plain, of at most 10,000 characters.")
    public Response write(@Nullable NewCommentJson comment) {
        Pages.require(Permission.COMMENT);
        if (comment == null || comment.text() == null) {
            throw new BadRequest("text", "is needed");
        }
        About about = About.of(comment.failure(), comment.clock(), comment.report());
        return Answers.of(
                write.write(about.subject(), about.id(), comment.text(), List.of()), CommentResource::created);
    }

    @POST
    @Path("{id}/documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Attach a document to a comment of one's own",
            description = "multipart/form-data with the one part document, of at most 20 MiB, with a file name and a"
                    + " media type.")
    public Response attach(@PathParam("id") String id, List<EntityPart> parts) throws IOException {
        Pages.require(Permission.COMMENT);
        return Answers.of(write.attach(Params.id("id", id), Uploads.one(parts)), CommentResource::created);
    }

    @POST
    @Path("{id}/retraction")
    @Operation(summary = "Take back a comment of one's own, with a reason; it stays on record, marked")
    public Response retract(@PathParam("id") String id, TriageResource.@Nullable ReasonJson reason) {
        return Answers.of(
                write.retract(Params.id("id", id), TriageResource.ReasonJson.of(reason)), TriageResource::recorded);
    }

    private static Response created(UUID id) {
        return Response.status(Response.Status.CREATED)
                .entity(new CreatedJson(id))
                .build();
    }
}
